"""exercemus: an object whose `exercises` are the records, a bare array of them, or one record.

The records of `exercises_to_merge`, which the catalog has not sorted out yet, are read as well.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from vastus.domain.page import Draft, Finding, Page, Rejected, Severity
from vastus.domain.source import Source
from vastus.parse.catalogs.record import Record, entries, read_entries
from vastus.parse.form import Form
from vastus.parse.fragment import distinct, paragraphs, words_of
from vastus.parse.identity import record_key
from vastus.parse.json_value import as_list, as_object, decoded, is_empty
from vastus.parse.opened import Opened

NAME = "exercemus"
_WRAPPER = "exercises"
_UNSORTED = "exercises_to_merge"
_KEYS = {
    "id": "id",
    "name": "name",
    "aliases": "aliases",
    "primary_muscles": "target",
    "secondary_muscles": "secondary",
    "equipment": "equipment",
    "category": "type",
    "description": "overview",
    "instructions": "instructions",
    "tips": "tips",
    "variation_on": "variation_of",
    "tempo": "tempo",
    "images": "images",
    "video": "video",
    "license": "license",
    "license_author": "author",
}
_MARKS = frozenset({"primary_muscles", "secondary_muscles"})
_TOP_MARKS = frozenset({"muscle_groups", _WRAPPER})


def _is_record(entry: object) -> bool:
    values = as_object(entry)
    return values is not None and not _MARKS.isdisjoint(values)


def identify(opened: Opened) -> bool:
    """Whether the page holds records with exercemus' own keys, or no record at all."""
    if not opened.looks_like_json:
        return False
    value = decoded(opened)
    top = as_object(value)
    if top is not None and top.keys() >= _TOP_MARKS and is_empty(top[_WRAPPER]):
        return True
    return any(map(_is_record, entries(value, _WRAPPER)))


def read(opened: Opened) -> Iterator[Draft | Rejected]:
    """One draft for every record, as they are asked for."""
    value = decoded(opened)
    found = entries(value, _WRAPPER)
    top = as_object(value)
    unsorted = (as_list(top.get(_UNSORTED)) or []) if top is not None else []
    everything = [*found, *unsorted]
    yield from read_entries(everything, partial(_draft, opened.page), _license_notes(everything))


def _license_notes(everything: list[object]) -> Iterator[Finding]:
    """One finding for the whole file: nearly every record would repeat it."""
    records = [values for entry in everything if (values := as_object(entry)) is not None]
    is_stated = Counter(not is_empty(values.get("license")) for values in records)
    if is_stated[False]:
        yield Finding(
            "no-license",
            "license",
            Severity.INFO,
            f"{is_stated[False]} of the file's {len(records)} records state no license",
            hint="use them yourself, but do not pass their text on before you know who may",
        )


def _draft(page: Page, values: Mapping[str, object]) -> Draft | Rejected:
    record = Record(values, _KEYS)
    name = record.name()
    if isinstance(name, Rejected):
        return name
    identity = record.identity("id") or name.text
    record.field("primary_muscles")
    record.field("secondary_muscles", empty_is_none=True)
    record.field("equipment")
    record.field("category", is_list=False)
    if record.has("variation_on"):
        record.field("variation_on")
    instructions = record.items("instructions")
    record.check_instructions(instructions)
    overview = paragraphs(record.prose("description"))
    tips = record.items("tips")
    aliases = distinct(record.texts("aliases") or (), but=name.text)
    stated_license = record.license("license")
    author = record.text("license_author")
    record.rest()
    return Draft(
        name=name,
        source=Source(
            path=page.path,
            form=NAME,
            url=page.url,
            license=stated_license,
            author=author,
            retrieved=page.retrieved,
            record=identity,
        ),
        key=record_key(NAME, identity),
        fields=tuple(record.fields),
        aliases=words_of(aliases),
        overview=overview,
        instructions=instructions,
        tips=tips,
        findings=tuple(record.findings),
    )


FORM = Form(
    NAME,
    "exercemus: a JSON object of exercises with its vocabularies, or a part of it",
    identify,
    read,
)
