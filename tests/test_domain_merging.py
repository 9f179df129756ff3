"""Two people's changes of one exercise: both stay where they do not collide, and neither is lost without a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from vastus.domain.exercise import Exercise, Force, Level
from vastus.domain.merging import differences, merged
from vastus.errors import ChangedMeanwhile

EXERCISES = st.builds(
    Exercise,
    st.just("plank"),
    st.sampled_from(["Plank", "Planky"]),
    level=st.sampled_from([None, *Level]),
    force=st.sampled_from([None, *Force]),
    overview=st.sampled_from([None, "It is held.", "It is held long."]),
)


@given(EXERCISES, EXERCISES, EXERCISES)
def test_nobodys_change_is_lost(before: Exercise, mine: Exercise, theirs: Exercise) -> None:
    changed, other = set(differences(before, mine)), set(differences(before, theirs))
    collide = {name for name in changed & other if getattr(mine, name) != getattr(theirs, name)}
    if collide:
        with pytest.raises(ChangedMeanwhile) as told:
            merged(before, mine, theirs)
        assert set(told.value.fields) == collide
        return
    both = merged(before, mine, theirs)
    assert all(getattr(both, name) == getattr(mine, name) for name in changed)
    assert all(getattr(both, name) == getattr(theirs, name) for name in other)
    assert set(differences(before, both)) == changed | other


def test_what_is_renamed_meanwhile_keeps_its_new_id() -> None:
    before = Exercise("plank", "Plank")
    assert merged(before, replace(before, name="Planky"), replace(before, id="my-plank")).id == "my-plank"
