"""Facets as links: each value with its count and the query that choosing it, or leaving it, makes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from vastus.domain.query import Clause, Facet, Not, Phrase, Word
from vastus.faces.labels import facet_label, words
from vastus.reference.vocabulary import Vocabularies
from vastus.search.language import parse_query, print_query
from vastus.usecases.explain_query import Meant
from vastus.usecases.find_exercises import Wider

_TITLES = {"eccentric": "Eccentric load", "measure": "Counted in", "demand": "Asks for", "goal": "Good for"}
_MUTE = frozenset({"eccentric", "noise"})  # whose values alone do not say of what they speak
_FEW = 8


@dataclass(frozen=True, slots=True)
class Chip:
    """One value: its id and label, how many would be found, the query behind it, and whether it is chosen."""

    value: str
    label: str
    count: int
    query: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ChipGroup:
    """The values of one facet, the chosen ones first; `first` are shown, `more` on demand."""

    name: str
    title: str
    first: tuple[Chip, ...]
    more: tuple[Chip, ...]
    is_used: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """A clause of the query, and the query without it."""

    label: str
    without: str


def chip_groups(
    clauses: Sequence[Clause], counts: Mapping[str, Mapping[str, int]], known: Vocabularies
) -> list[ChipGroup]:
    """All facets that still divide what was found, or are in use."""
    groups: list[ChipGroup] = []
    for name, values in counts.items():
        chosen = next((each.values for each in clauses if isinstance(each, Facet) and each.name == name), ())
        if len(values) < 2 and not chosen:  # noqa: PLR2004  # one value divides nothing
            continue
        every = dict.fromkeys((*chosen, *values))
        chips = [
            Chip(
                value,
                facet_label(name, value, known),
                values.get(value, 0),
                toggled(clauses, name, value),
                value in chosen,
            )
            for value in every
        ]
        groups.append(
            ChipGroup(
                name,
                _title(name),
                tuple(chips[:_FEW]),
                tuple(chips[_FEW:]),
                bool(chosen),
            )
        )
    return groups


@dataclass(frozen=True, slots=True)
class Quick:
    """A query that is offered before anything was asked."""

    label: str
    query: str


FIRST_QUESTIONS = (
    Quick("No equipment", "no equipment"),
    Quick("No eccentric load", "no eccentric"),
    Quick("Quiet", "noise:quiet"),
    Quick("Seated", "posture:seated"),
    Quick("For distance", "measure:distance"),
    Quick("Nothing overhead", "no overhead"),
)


def toggled(clauses: Sequence[Clause], name: str, value: str) -> str:
    """The query with one value of a facet put in, or taken out where it is chosen."""
    kept: list[Clause] = []
    is_there = False
    for clause in clauses:
        if isinstance(clause, Facet) and clause.name == name:
            is_there = True
            values = tuple(each for each in clause.values if each != value)
            if len(values) == len(clause.values):
                values = (*clause.values, value)
            if values:
                kept.append(Facet(name, values))
        else:
            kept.append(clause)
    return print_query(kept if is_there else (*kept, Facet(name, (value,))))


def _said(clause: Clause, known: Vocabularies) -> str:
    if isinstance(clause, Not):
        return f"no {_said(clause.clause, known)}"
    if isinstance(clause, Facet):
        values = " or ".join(facet_label(clause.name, value, known) for value in clause.values)
        return f"{_title(clause.name)}: {values.lower()}" if clause.name in _MUTE else values
    return print_query((clause,))


def _title(facet: str) -> str:
    return _TITLES.get(facet, words(facet).capitalize())


def _opened(label: str) -> str:
    """A label as it begins: "no Sled" as "No Sled"."""
    return label[:1].upper() + label[1:]


def _inner(clause: Clause) -> str | None:
    """The word or phrase that a clause leaves out."""
    return clause.clause.text if isinstance(clause, Not) and isinstance(clause.clause, Word | Phrase) else None


def wider_chips(wider: Sequence[Wider], known: Vocabularies) -> list[Chip]:
    """What would be found without a part of a query that finds nothing."""
    return [
        Chip(
            "",
            ", ".join(_said(each, known) for each in parse_query(it.left_out, known)) or "quotation marks",
            it.total,
            it.query,
            is_chosen=False,
        )
        for it in wider
    ]


def meant_chips(meant: Sequence[Meant], known: Vocabularies) -> list[Chip]:
    """The facets that words of a query may stand for."""
    return [
        Chip(
            ",".join(it.facet.values),
            _said(it.facet, known) if it.facet.name in _MUTE else f"{_title(it.facet.name)}: {_said(it.facet, known)}",
            it.total,
            it.query,
            is_chosen=False,
        )
        for it in meant
    ]


def chosen(clauses: Sequence[Clause], known: Vocabularies, idle: Collection[str] = ()) -> list[Chosen]:
    """Every clause but words, to be taken away one by one; words stand in the search box.

    `idle` words are left out although they stand nowhere, which is said.
    """
    return [
        Chosen(
            _opened(_said(clause, known)) + (" (stands nowhere)" if _inner(clause) in idle else ""),
            print_query((*clauses[:at], *clauses[at + 1 :])),
        )
        for at, clause in enumerate(clauses)
        if not isinstance(clause, Word)
    ]
