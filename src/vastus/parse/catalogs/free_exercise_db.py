"""free-exercise-db, and wrkout/exercises.json before it: an array of records, or one."""

from collections.abc import Iterator, Mapping
from functools import partial

from vastus.domain.page import Draft, Page, Rejected, Severity
from vastus.domain.source import Source
from vastus.parse.catalogs.record import Record, entries, read_entries
from vastus.parse.form import Form
from vastus.parse.identity import record_key
from vastus.parse.json_value import as_object, decoded
from vastus.parse.opened import Opened

NAME = "free-exercise-db"
LICENSE = "Unlicense"  # the repository's LICENSE.md; it covers the text
_WRAPPER = "exercises"
_KEYS = {
    "id": "id",
    "name": "name",
    "primaryMuscles": "target",
    "secondaryMuscles": "secondary",
    "equipment": "equipment",
    "category": "type",
    "mechanic": "mechanics",
    "force": "force",
    "level": "level",
    "instructions": "instructions",
    "images": "images",
}
_MARKS = frozenset({"primaryMuscles", "secondaryMuscles"})


def _is_record(entry: object) -> bool:
    values = as_object(entry)
    return values is not None and not _MARKS.isdisjoint(values)


def identify(opened: Opened) -> bool:
    """Whether the page holds records with free-exercise-db's own keys."""
    return opened.looks_like_json and any(map(_is_record, entries(decoded(opened), _WRAPPER)))


def read(opened: Opened) -> Iterator[Draft | Rejected]:
    """One draft for every record, as they are asked for."""
    return read_entries(entries(decoded(opened), _WRAPPER), partial(_draft, opened.page))


def _draft(page: Page, values: Mapping[str, object]) -> Draft | Rejected:
    record = Record(values, _KEYS)
    name = record.name()
    if isinstance(name, Rejected):
        return name
    identity = record.identity("id")
    if identity is None:
        record.find("no-id", "id", Severity.INFO, "the record has no id; its name stands in for it")
    record.field("primaryMuscles")
    record.field("secondaryMuscles", empty_is_none=True)
    record.field("equipment", is_list=False)
    record.field("category", is_list=False)
    record.field("mechanic", is_list=False)
    record.field("force", is_list=False)
    record.field("level", is_list=False)
    instructions = record.items("instructions")
    record.check_instructions(instructions)
    record.rest()
    return Draft(
        name=name,
        source=Source(
            path=page.path,
            form=NAME,
            url=page.url,
            license=LICENSE,
            retrieved=page.retrieved,
            record=identity or name.text,
        ),
        key=record_key(NAME, identity or name.text),
        fields=tuple(record.fields),
        instructions=instructions,
        findings=tuple(record.findings),
    )


FORM = Form(NAME, "free-exercise-db: a JSON array of exercises, or one of them", identify, read)
