"""The whole library as a graph: families, links, and the directions of progress."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from vastus.check.editorial.texts import remark
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise, Level, RelationKind, Tip
from vastus.domain.page import Finding

Told = tuple[str, Finding]
"""An exercise's id and what is to be mended there."""
WAITING = frozenset({"link-missing", "family-apart", "family-empty"})
"""Rules that a page may break only because another page is not written yet."""
_IMPLEMENTS = frozenset(equipment.value for equipment in Equipment)
_LEVELS = tuple(Level)


def check_graph(library: Mapping[str, Exercise], families: Collection[str]) -> Iterator[Told]:
    """Findings about families, links that lead nowhere, names taken twice, cycles and one-sided opposites."""
    yield from _families(library, families)
    yield from _links(library)
    yield from _names(library)
    yield from _progress(library)
    yield from _opposites(library)


def _families(library: Mapping[str, Exercise], families: Collection[str]) -> Iterator[Told]:
    members: dict[str, list[str]] = defaultdict(list)
    for exercise in library.values():
        if exercise.family is None:
            continue
        members[exercise.family].append(exercise.id)
        if exercise.family not in families:
            yield (
                exercise.id,
                remark(
                    "family-unknown",
                    "family",
                    f"'{exercise.family}' is not in library/families.csv",
                    "take one of the list",
                ),
            )
    for family in families:
        if family not in members:
            yield family, remark("family-empty", "family", "no page is of it", "write one, or take it off the list")
    for family, ids in members.items():
        main = _largest_part(ids, library)
        for each in sorted(set(ids) - main):
            yield each, remark(
                "family-apart", "relations", f"no chain of relations leads to the rest of family {family}",
                f"relate it to one of {', '.join(sorted(main)[:5])}",
            )  # fmt: skip


def _largest_part(ids: Collection[str], library: Mapping[str, Exercise]) -> set[str]:
    near: dict[str, set[str]] = {each: set() for each in ids}
    for each in ids:
        for relation in library[each].relations:
            if relation.to in near:
                near[each].add(relation.to)
                near[relation.to].add(each)
    largest: set[str] = set()
    left = sorted(ids)
    while left:
        part, edge = {left[0]}, [left[0]]
        while edge:
            new = near[edge.pop()] - part
            part |= new
            edge += new
        left = [each for each in left if each not in part]
        largest = max(largest, part, key=len)
    return largest


def _links(library: Mapping[str, Exercise]) -> Iterator[Told]:
    for exercise in library.values():
        for relation in exercise.relations:
            if relation.to not in library:
                yield exercise.id, _missing(f"relation to {relation.to}", relation.to)
        for swap in exercise.swaps:
            if swap.to not in library and swap.to not in _IMPLEMENTS:
                yield exercise.id, _missing(f"swap {swap.to}", swap.to)
        for number, to in _tip_links(exercise.tips):
            if to not in library:
                yield exercise.id, _missing(f"tip {number}", to)


def _tip_links(tips: Iterable[Tip]) -> Iterator[tuple[int, str]]:
    for number, tip in enumerate(tips, 1):
        for each in (tip, *tip.children):
            if each.to:
                yield number, each.to


def _missing(field: str, to: str) -> Finding:
    return remark("link-missing", field, f"there is no page and no implement '{to}'", "mend the id, or write the page")


def _names(library: Mapping[str, Exercise]) -> Iterator[Told]:
    owner: dict[str, str] = {}
    for exercise in library.values():
        owner.setdefault(exercise.name.casefold(), exercise.id)
    for exercise in library.values():
        for name in (exercise.name, *exercise.aliases):
            other = owner.setdefault(name.casefold(), exercise.id)
            if other != exercise.id:
                yield (
                    exercise.id,
                    remark(
                        "name-taken", "aliases", f"'{name}' is what {other} is called", "leave it to the one of the two"
                    ),
                )
        if exercise.name.casefold() in {alias.casefold() for alias in exercise.aliases}:
            yield exercise.id, remark("name-taken", "aliases", "the name itself is an alias", "take it out")


def _progress(library: Mapping[str, Exercise]) -> Iterator[Told]:
    harder: dict[str, set[str]] = defaultdict(set)
    for exercise in library.values():
        for relation in exercise.relations:
            if relation.kind is RelationKind.PROGRESSION_OF:
                harder[relation.to].add(exercise.id)
            elif relation.kind is RelationKind.REGRESSION_OF:
                harder[exercise.id].add(relation.to)
    for easier, ids in harder.items():
        for hard in ids:
            one, other = library.get(easier), library.get(hard)
            if one and other and one.level and other.level and _LEVELS.index(other.level) < _LEVELS.index(one.level):
                yield hard, remark(
                    "level-order", "level", f"harder than {easier} ({one.level}) and yet {other.level}",
                    "mend the level or the relation",
                )  # fmt: skip
    for each in _on_a_cycle(harder):
        yield (
            each,
            remark(
                "progress-cycle",
                "relations",
                "following progressions leads back to it",
                "turn one of the relations round",
            ),
        )


def _on_a_cycle(harder: Mapping[str, Collection[str]]) -> list[str]:
    """The nodes from which a way leads back to themselves."""

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        edge = [start]
        while edge:
            new = set(harder.get(edge.pop(), ())) - seen
            seen |= new
            edge += new
        return seen

    return sorted(each for each in harder if each in reached(each))


def _opposites(library: Mapping[str, Exercise]) -> Iterator[Told]:
    pairs = {
        (exercise.id, relation.to)
        for exercise in library.values()
        for relation in exercise.relations
        if relation.kind is RelationKind.OPPOSITE_OF
    }
    for one, other in sorted(pairs):
        if (other, one) not in pairs and other in library:
            yield other, remark(
                "opposite-one-sided", "relations", f"{one} calls it its opposite, and it does not say so",
                f"add {{kind: opposite_of, to: {one}, …}}, or take it out there",
            )  # fmt: skip
