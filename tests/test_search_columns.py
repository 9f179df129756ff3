"""Columns: sets of exercises by name, their members, their counts, and the same after a change as made anew."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vastus.domain.query import Facet, Not, Query, Word
from vastus.search.columns import Columns, Row
from vastus.search.documents import Document
from vastus.search.facets import COUNTED
from vastus.search.index import Index, build_index

_VALUES = st.fixed_dictionaries(
    {},
    optional={
        "level": st.sampled_from([("beginner",), ("advanced",)]),
        "muscle": st.sampled_from([("quads",), ("quads", "chest"), ("chest",)]),
        "family": st.sampled_from([("press",), ("a b",)]),
    },
)
_ROWS = st.dictionaries(
    st.text("abc", min_size=1, max_size=3),
    st.tuples(st.sampled_from(["press", "row", "zercher"]), _VALUES),
    max_size=30,
).map(lambda rows: [Row(name, each, facets) for each, (name, facets) in rows.items()])
_FILTERS = st.lists(
    st.sampled_from(
        [
            Facet("level", ("beginner",)),
            Facet("muscle", ("quads", "chest")),
            Facet("family", ("a b",)),
            Facet("goal", ("power",)),
            Not(Facet("level", ("advanced",))),
            Not(Facet("muscle", ("chest",))),
        ]
    ),
    max_size=3,
    unique=True,
)


@given(_ROWS, _ROWS, st.sets(st.text("abc", min_size=1, max_size=2)))
def test_changed_columns_are_those_made_anew(before: list[Row], came: list[Row], gone: set[str]) -> None:
    left = gone - {row.id for row in came}
    now = {row.id: row for row in (*before, *came) if row.id not in left}
    changed, anew = Columns.of(before).changed(gone, came), Columns.of(now.values())
    assert (changed.names, changed.ids, changed.values) == (anew.names, anew.ids, anew.values)


@given(_ROWS)
def test_packed_columns_are_read_again(rows: list[Row]) -> None:
    packed = Columns.of(rows).packed()
    assert Columns.unpacked(packed).packed() == packed


@pytest.mark.parametrize("damage", [b"", b"\x93", b"\xc0"])
def test_what_is_no_columns_is_refused(damage: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):  # a ValueError
        Columns.unpacked(damage)


_MANY = Columns.of(Row(f"{at:05}", f"{at:05}", {}) for at in range(10_000))


@given(st.sets(st.integers(0, 9_999), max_size=200), st.integers(0, 250), st.integers(1, 60), st.booleans())
def test_members_are_told_by_name_from_any_place(chosen: set[int], start: int, limit: int, others: bool) -> None:  # noqa: FBT001  # given by Hypothesis
    found = _MANY.set_of(chosen)
    wanted = sorted(chosen)
    if others:
        found, wanted = _MANY.everything & ~found, [each for each in range(10_000) if each not in chosen]
    assert _MANY.members(found, start, limit) == wanted[start : start + limit]


def _index(rows: list[Row]) -> Index:
    """An index in which each exercise has one word, with counts by tantivy where there is a word."""
    index = build_index(
        Document(row.id, row.name, (), "", "", "", "", "everything", row.facets)
        for row in sorted(rows, key=lambda row: (row.name, row.id))
    )
    vars(index)["_standing"] = None  # as where there are many exercises
    return index


@given(_ROWS, _FILTERS)
def test_columns_find_and_count_what_tantivy_does(rows: list[Row], filters: list[Facet | Not]) -> None:
    index = _index(rows)
    listed = index.search(Query(tuple(filters), 500))
    asked = index.search(Query((Word("everything"), *filters), 500))
    assert set(listed.facets) == set(COUNTED)
    if len({each.name for each in filters if isinstance(each, Facet)}) == sum(isinstance(e, Facet) for e in filters):
        assert listed.facets == asked.facets
    assert (listed.total, set(listed.ids)) == (asked.total, set(asked.ids))
    by_name = {row.id: (row.name, row.id) for row in rows}
    assert list(listed.ids) == sorted(listed.ids, key=lambda each: by_name[each])


@given(st.lists(st.sampled_from(["target", "secondary", "none"]), max_size=30), st.integers(0, 12), st.integers(1, 12))
def test_of_a_muscle_that_is_asked_for_targets_come_first(roles: list[str], start: int, limit: int) -> None:
    facets: dict[str, dict[str, tuple[str, ...]]] = {
        "target": {"target": ("quads",), "muscle": ("quads",)}, "secondary": {"muscle": ("glutes", "quads")}, "none": {}
    }  # fmt: skip
    rows = [Row(f"{at:02}", f"{at:02}", facets[role]) for at, role in enumerate(roles)]
    asked = Facet("muscle", ("quads",))
    wanted = [
        *(row.id for row, role in zip(rows, roles, strict=True) if role == "target"),
        *(row.id for row, role in zip(rows, roles, strict=True) if role == "secondary"),
    ]
    assert list(_index(rows).search(Query((asked,), limit, start)).ids) == wanted[start : start + limit]
    excluded = [row.id for row, role in zip(rows, roles, strict=True) if role == "none"]
    assert list(_index(rows).search(Query((Not(asked),), 500)).ids) == excluded
