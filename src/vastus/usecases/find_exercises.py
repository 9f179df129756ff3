"""Find exercises by words and facets. Every word must be somewhere; an exact name comes first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from vastus.domain.library import ListRow
from vastus.errors import QueryError
from vastus.reference.vocabulary import Vocabularies, folded
from vastus.usecases.ports import Reading

FACETS = ("muscle", "equipment", "type", "level", "force", "mechanics", "laterality")
MAX_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for: words, and facet values by facet name; several values of one facet are alternatives."""

    words: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    limit: int = 20
    cursor: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.limit <= MAX_LIMIT:
            raise QueryError(f"a limit is between 1 and {MAX_LIMIT}, not {self.limit}", "a cursor leads to the rest")
        for name in self.facets:
            if name not in FACETS:
                raise QueryError(f"there is no facet '{name}'", f"there are {', '.join(FACETS)}")
        if self.cursor is not None and not (self.cursor.isascii() and self.cursor.isdigit() and len(self.cursor) < 10):  # noqa: PLR2004  # more than any library holds
            raise QueryError(f"'{self.cursor}' is no cursor of an earlier answer", "leave it out to start anew")


@dataclass(frozen=True, slots=True)
class Found:
    """One page of an answer: how many there are, these of them, counts by facet, and where the next page starts."""

    total: int
    items: tuple[ListRow, ...]
    facets: Mapping[str, Mapping[str, int]]
    next: str | None


def find_exercises(query: Query, library: Reading, known: Vocabularies) -> Found:
    """The exercises that fit, best first. Facet counts are right under all the other filters.

    Raises:
        QueryError: a facet value is in no vocabulary.
    """
    wanted = {name: frozenset(_ids(name, values, known)) for name, values in query.facets.items() if values}
    words = [word for text in query.words for word in folded(text).split()]
    scored: list[tuple[int, str, ListRow]] = []
    for row in library.rows():
        score = _score(row, words, known)
        if score is not None:
            scored.append((score, row.name.casefold(), row))
    scored.sort(key=lambda entry: entry[:2])
    rows = [row for _, _, row in scored]
    hits = [row for row in rows if all(_has(row, name, values) for name, values in wanted.items())]
    start = int(query.cursor or 0)
    end = start + query.limit
    return Found(len(hits), tuple(hits[start:end]), _counts(rows, wanted), str(end) if end < len(hits) else None)


def _ids(facet: str, values: Iterable[str], known: Vocabularies) -> Iterable[str]:
    table = {
        "muscle": known.groups, "equipment": known.equipment, "type": known.types, "level": known.level,
        "force": known.force, "mechanics": known.mechanics, "laterality": known.laterality,
    }[facet]  # fmt: skip
    for value in values:
        found = table.find(value)
        if found is None and facet == "muscle":
            muscle = known.muscles.find(value)
            if muscle and muscle.groups:
                yield muscle.groups[0]
                continue
        if found is None:
            nearest = table.nearest(value)
            hint = f"did you mean {' or '.join(nearest)}?" if nearest else f"known are {', '.join(table.values)}"
            raise QueryError(f"'{value}' is no {facet}", hint)
        yield found.value


def _values(row: ListRow, facet: str) -> Sequence[str]:
    if facet == "muscle":
        return (*(row.target or ()), *(row.secondary or ()))
    value = getattr(row, facet)
    return value if isinstance(value, tuple) else () if value is None else (value,)  # type: ignore[return-value]  # ids are text


def _has(row: ListRow, facet: str, values: frozenset[str]) -> bool:
    return not values.isdisjoint(_values(row, facet))


def _score(row: ListRow, words: Sequence[str], known: Vocabularies) -> int | None:
    """How well the words fit, 0 best; None when one of them is nowhere."""
    if not words:
        return 0
    asked = " ".join(words)
    names = [folded(name) for name in (row.name, row.id, *row.aliases)]
    if asked in names:
        return 0
    if names[0].startswith(asked):
        return 1
    if all(any(word in name for name in names) for word in words):
        return 2
    labels = [known.groups.label(group) for group in (*(row.target or ()), *(row.secondary or ()))]
    labels += [known.equipment.label(equipment) for equipment in row.equipment or ()]
    labels += [
        row.type or "",
        row.level or "",
        row.force or "",
        row.mechanics or "",
        row.laterality or "",
        row.family or "",
    ]
    text = " ".join([*names, folded(" ".join(labels))])
    return 3 if all(word in text for word in words) else None


def _counts(rows: Sequence[ListRow], wanted: Mapping[str, frozenset[str]]) -> Mapping[str, Mapping[str, int]]:
    counts: dict[str, dict[str, int]] = {name: {} for name in FACETS}
    for row in rows:
        missed = [name for name, values in wanted.items() if not _has(row, name, values)]
        if len(missed) > 1:
            continue
        for facet in missed or FACETS:
            of_facet = counts[facet]
            for value in set(_values(row, facet)):
                of_facet[str(value)] = of_facet.get(str(value), 0) + 1
    return {name: dict(sorted(of.items(), key=lambda entry: (-entry[1], entry[0]))) for name, of in counts.items()}
