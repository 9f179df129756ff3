"""What stands near an exercise: the relations of its own page, those that other pages state, and its family."""

from collections.abc import Mapping, Sequence

from vastus.domain.exercise import RelationKind
from vastus.domain.library import ListRow, Stored
from vastus.domain.query import Facet, Query
from vastus.domain.value import Value
from vastus.usecases.ports import Reading, Searching

_MOST = 60
_STEPS = (RelationKind.PROGRESSION_OF, RelationKind.REGRESSION_OF)
_SEEN_FROM_THERE = {
    RelationKind.PROGRESSION_OF: RelationKind.REGRESSION_OF,
    RelationKind.REGRESSION_OF: RelationKind.PROGRESSION_OF,
    RelationKind.OPPOSITE_OF: RelationKind.OPPOSITE_OF,
    RelationKind.VARIATION_OF: RelationKind.VARIATION_OF,
}


class Neighbor(Value, frozen=True):
    """Another exercise, how this one stands to it, and what changes from there to here."""

    kind: RelationKind
    row: ListRow
    what_changes: str | None = None


class Related(Value, frozen=True):
    """The exercises near one: easier, harder, and otherwise; names of everything that its page points to."""

    easier: tuple[Neighbor, ...]
    harder: tuple[Neighbor, ...]
    others: tuple[Neighbor, ...]
    family: tuple[ListRow, ...]
    names: Mapping[str, str]


def relate(stored: Stored, index: Searching, library: Reading) -> Related:
    """What stands near an exercise; what its page names and the library lacks is left out."""
    exercise = stored.exercise
    wanted = {relation.to for relation in exercise.relations}
    wanted |= {swap.to for swap in exercise.swaps} | {tip.to for tip in exercise.tips if tip.to}
    named_by = index.naming(exercise.id)
    of_family: Sequence[str] = ()
    if exercise.family:
        of_family = index.search(Query((Facet("family", (exercise.family,)),), _MOST), counts=False).ids
    rows = {row.id: row for row in library.rows_of({*wanted, *(each for _, each in named_by), *of_family})}
    near = [
        Neighbor(relation.kind, rows[relation.to], relation.what_changes)
        for relation in exercise.relations
        if relation.to in rows
    ]
    # A page may be silent about what others say of it.
    told = {neighbor.row.id for neighbor in near}
    said = {each: kind for kind, each in reversed(named_by) if each in rows and each not in told}
    near += [Neighbor(_SEEN_FROM_THERE[said[each]], rows[each]) for each in sorted(said)]
    family = tuple(rows[each] for each in of_family if each in rows and each != exercise.id)
    return Related(
        easier=tuple(each for each in near if each.kind is RelationKind.PROGRESSION_OF),
        harder=tuple(each for each in near if each.kind is RelationKind.REGRESSION_OF),
        others=tuple(each for each in near if each.kind not in _STEPS),
        family=family,
        names={each: row.name for each, row in rows.items()},
    )
