"""Taking in what was sent to be imported: read or stored, and reported as `vastus import --json` does."""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from vastus.domain.page import Finding
from vastus.errors import UsageError
from vastus.faces.answer import JSON, PROBLEM_JSON, Answer
from vastus.faces.api.hints import over_http
from vastus.faces.api.shapes import NothingRead, Refusal
from vastus.faces.cli.parts import Parts
from vastus.faces.json import exercise_json
from vastus.faces.json_reports import finding_object, import_json, refused_object
from vastus.faces.web.aside import reading, writing
from vastus.faces.web.given import Told, given_in, store_pages, try_pages
from vastus.faces.web.uploads import Form


async def take(form: Form, parts: Parts, *, dry_run: bool) -> Answer:
    """The report of importing what a form holds; a problem, 422, where nothing at all could be read.

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
    if not told.imported:
        return _nothing_read(told)
    return Answer(_report(told, more), media_type=JSON)


def _nothing_read(told: Told) -> Answer:
    """The problem that it is, with every refusal."""
    refused = told.refused
    reasons = [refusal.reason for refusal in refused]
    detail = reasons[0] if len(reasons) == 1 else f"none of the {len(reasons)} pages or records could be read"
    hint = None if len(reasons) == 1 else "'rejected' says why, one by one"
    problem = NothingRead(
        "about:blank",
        "The page cannot be read",
        422,
        over_http(detail),
        hint,
        "/api/v1/import",
        rejected=[Refusal(each.path, over_http(each.reason), each.record) for each in refused],
    )
    return Answer(msgspec.json.encode(problem), media_type=PROBLEM_JSON, status_code=problem.status)


def _over_http(finding: Finding) -> Finding:
    return replace(finding, hint=over_http(finding.hint)) if finding.hint else finding


def _report(told: Told, more: Mapping[str, object]) -> bytes:
    reads = [each.read for each in told.imported]
    findings = [
        finding_object(_over_http(finding), path=read.path, exercise=read.exercise.id)
        for read in reads
        for finding in read.findings
    ]
    exercises = (exercise_json(read.exercise) for read in reads)
    return b"".join(import_json(exercises, findings, [refused_object(each) for each in told.refused], more))
