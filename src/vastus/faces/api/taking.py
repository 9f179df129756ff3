"""Taking in what was sent to be imported: read or stored, and reported as `vastus import --json` does."""

from collections.abc import Mapping

from vastus.errors import UsageError
from vastus.faces.answer import JSON, Answer
from vastus.faces.cli.parts import Parts
from vastus.faces.json import exercise_json
from vastus.faces.json_reports import finding_object, import_json, refused_object
from vastus.faces.web.aside import reading, writing
from vastus.faces.web.given import Told, given_in, store_pages, try_pages
from vastus.faces.web.uploads import Form


async def take(form: Form, parts: Parts, *, dry_run: bool) -> Answer:
    """The report of importing what a form holds; 422 where nothing at all could be read.

    Raises:
        UsageError: the form holds no page, or as `given_in`.
    """
    given = given_in(form, parts)
    if not given.pages:
        raise UsageError("there is no page in the request", "send it as the body, or in a form as 'page' or 'text'")
    more: dict[str, object] = {}
    if dry_run:
        told = await reading(lambda: try_pages(parts, given.pages, given.form))
    else:
        told, tally = await writing(lambda: store_pages(parts, given.pages, given.form))
        more = {"batch": tally.batch.number if tally.batch else None, "counts": tally.counts}
    return Answer(_report(told, more), media_type=JSON, status_code=200 if told.imported else 422)


def _report(told: Told, more: Mapping[str, object]) -> bytes:
    reads = [each.read for each in told.imported]
    findings = [
        finding_object(finding, path=read.path, exercise=read.exercise.id)
        for read in reads
        for finding in read.findings
    ]
    exercises = (exercise_json(read.exercise) for read in reads)
    return b"".join(import_json(exercises, findings, [refused_object(each) for each in told.refused], more))
