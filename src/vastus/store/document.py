"""An exercise as text in the database, and back: the one place that maps the nouns to columns.

A document is the exercise as JSON without its id, which stands in the row alone, so that a rename
or another slug never touches it.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from vastus.domain.exercise import Exercise, Relation
from vastus.domain.gear import Gear, GearKind
from vastus.domain.library import ListRow, Outcome
from vastus.domain.page import Finding
from vastus.errors import StoreError

T = TypeVar("T")

_json = msgspec.json.Encoder()
_to_exercise = msgspec.json.Decoder(Exercise)
_to_findings = msgspec.json.Decoder(tuple[Finding, ...])
_to_rows = msgspec.json.Decoder(list[ListRow])
_to_relations = msgspec.json.Decoder(list[Relation])
_to_counts = msgspec.json.Decoder(dict[Outcome, int])
_to_inputs = msgspec.json.Decoder(dict[str, str])
_to_parts = msgspec.json.Decoder(dict[str, msgspec.Raw])

# Keys that hold places in the page. Inside a text the quotes are escaped: nothing else can match.
_PLACES = re.compile(rb'"(?:span|evidence|spans)":(?:null|\[[\d,\[\]]*\]),?')
_SOURCE = b',"source":{'


def _decoded(decoder: "msgspec.json.Decoder[T]", text: str | bytes, what: str) -> T:
    try:
        return decoder.decode(text)
    except (msgspec.MsgspecError, ValueError) as error:
        raise StoreError(f"the database holds {what} that cannot be read: {error}") from error


def document_of(exercise: Exercise) -> bytes:
    """The exercise as JSON without its id."""
    whole = _json.encode(exercise)
    return b"{" + whole[len(f'{{"id":"{exercise.id}",') :]


def digest_of(document: bytes, exercise: Exercise) -> str:
    """What makes two documents the same page: all but id, places in the text and whereabouts.

    Licence and author count, so that a page that changes hands is revised; path, address, form and
    date do not.
    """
    content = document.rpartition(_SOURCE)[0]  # the source is the last field and holds no object itself
    digest = hashlib.sha256(_PLACES.sub(b"", content))
    digest.update(_json.encode((exercise.source.license, exercise.source.author)))
    return digest.hexdigest()[:32]


def text_digest(text: str) -> str:
    """The name under which a page's text is kept."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def exercise_of(exercise_id: str, document: str, changes: str | None = None) -> Exercise:
    """The exercise of a row, with the user's changes in place of the page's fields."""
    whole = f'{{"id":"{exercise_id}",{document[1:]}'.encode()
    if changes and changes != "{}":
        parts = _decoded(_to_parts, whole, f"an exercise ({exercise_id})")
        parts |= _decoded(_to_parts, changes, f"an overlay ({exercise_id})")
        whole = _json.encode(parts)
    try:
        return _to_exercise.decode(whole)
    except msgspec.MsgspecError:
        return _decoded(_to_exercise, _unrelated(whole, exercise_id), f"an exercise ({exercise_id})")


def _unrelated(whole: bytes, exercise_id: str) -> bytes:
    """The JSON without a relation to the exercise itself; the row keeps it.

    Under a number or after a rename, an exercise may have the id that its page names as another.
    """
    parts = _decoded(_to_parts, whole, f"an exercise ({exercise_id})")
    relations = _decoded(_to_relations, parts.get("relations", "[]"), "relations")
    kept = [relation for relation in relations if relation.to != exercise_id]
    return _json.encode(parts | {"relations": msgspec.Raw(_json.encode(kept))})


def changes_between(page: Exercise, wanted: Exercise) -> dict[str, bytes]:
    """The fields in which `wanted` differs from its page, as JSON; never id or source."""
    return {
        name: _json.encode(getattr(wanted, name))
        for name in Exercise.__struct_fields__
        if name not in {"id", "source"} and getattr(wanted, name) != getattr(page, name)
    }


def changes_text(changes: Mapping[str, bytes]) -> str:
    """An overlay's fields as they stand in its row, in the order of the exercise's fields."""
    return _json.encode({name: msgspec.Raw(value) for name, value in changes.items()}).decode()


def changes_of(text: str | None) -> dict[str, str]:
    """The changed fields of an overlay's row, each as JSON text."""
    if text is None:
        return {}
    return {k: bytes(v).decode() for k, v in _decoded(_to_parts, text, "an overlay").items()}


def findings_text(findings: Iterable[Finding]) -> str:
    """Findings as they stand in a row."""
    return _json.encode(tuple(findings)).decode()


def findings_of(text: str) -> tuple[Finding, ...]:
    """The findings of a row."""
    return _decoded(_to_findings, text, "findings") if text != "[]" else ()


def card_of(exercise: Exercise) -> str:
    """The exercise's list row as it stands in its card."""
    return _json.encode(ListRow.of(exercise)).decode()


def rows_of(cards: Iterable[str]) -> list[ListRow]:
    """The list rows of many cards, decoded in one go."""
    return _decoded(_to_rows, f"[{','.join(cards)}]", "a list row")


def gear_row(gear: Gear) -> dict[str, str | int | None]:
    """An own sled or surface as its row."""
    return {
        "key": gear.key,
        "kind": gear.kind,
        "name": gear.name,
        "inputs": _json.encode(gear.inputs).decode(),
        "at": gear.at,
        "is_measured": int(gear.is_measured),
        "readings": gear.readings,
    }


def gear_of(row: Sequence[Any]) -> Gear:
    """The own sled or surface of a row, whose columns are those of `gear_row`."""
    key, kind, name, inputs, at, is_measured, readings = row
    try:
        gear = Gear(
            GearKind(kind),
            name,
            _decoded(_to_inputs, inputs, "an own sled or surface"),
            at,
            bool(is_measured),
            readings,
        )
    except ValueError as error:
        raise StoreError(f"the database holds an own sled or surface that cannot be read: {error}") from error
    if gear.key != key:
        raise StoreError(f"the database holds an own sled or surface under a wrong key, '{key}'")
    return gear


def counts_text(counts: Mapping[Outcome, int]) -> str:
    """A batch's counts as they stand in its row."""
    return _json.encode({k: v for k, v in counts.items() if v}).decode()


def counts_of(text: str) -> dict[Outcome, int]:
    """The counts of a batch's row."""
    return _decoded(_to_counts, text, "the counts of a batch")
