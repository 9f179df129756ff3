"""Muscles: the prose against the profile."""

import pytest

from vastus.check.roles import check_roles
from vastus.domain.anatomy import MuscleGroup
from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding

G = MuscleGroup


def found(overview: str | None, target: tuple[MuscleGroup, ...] | None, *secondary: MuscleGroup) -> list[Finding]:
    return list(check_roles(Exercise("x", "X", overview=overview, target=target, secondary=secondary or None)))


def rules(overview: str | None, target: tuple[MuscleGroup, ...] | None, *secondary: MuscleGroup) -> list[str]:
    return [finding.rule for finding in found(overview, target, *secondary)]


@pytest.mark.parametrize(
    "overview",
    [
        "Primarily, it will target the muscles of the quads and glutes.",
        "The quads and glutes are the primary muscles.",
        "It mainly works the quads and the glutes.",
        "It targets the quads and glutes as you push.",
        "The glutes are the prime movers.",
        "It places the emphasis on the glutes.",
    ],
)
def test_a_muscle_called_primary_and_listed_as_secondary_is_found(overview: str) -> None:
    (finding,) = found(overview, (G.QUADS,), G.GLUTES)
    assert finding.rule == "role-conflict"
    assert "glutes" in finding.message
    assert finding.excerpt == overview


@pytest.mark.parametrize(
    "overview",
    [
        "It mainly works the quads, while also training the glutes.",
        "It targets the quads, with help from the glutes.",
        "It works the quads and the glutes.",
        "Unlike the squat, it does not mainly work the glutes.",
        "It mainly works the quads and doesn't target the glutes.",
        "It targets the quads, but the glutes rest.",
        "Quads first. Everything else is a guess.",
        "The glute bridge is its main rival for training.",
        None,
    ],
)
def test_a_muscle_in_its_own_role_is_no_finding(overview: str | None) -> None:
    assert rules(overview, (G.QUADS,), G.GLUTES) == []


def test_a_muscle_that_the_profile_lacks_is_worth_knowing() -> None:
    (finding,) = found("It also trains the calves and the forearms.", (G.QUADS,), G.GLUTES)
    assert finding.rule == "muscle-not-in-profile"
    assert "calves, forearms" in finding.message


@pytest.mark.parametrize(
    "overview",
    [
        "Keep your shoulder blades on the pad.",
        "Stand with your feet shoulder width apart.",
        "It was popular in the seventies.",
        "Rest the bar on your upper back.",
        "It takes stress off the lower back.",
        "Calf raises are another option to train.",
    ],
)
def test_a_body_part_in_passing_is_no_muscle(overview: str) -> None:
    assert rules(overview, (G.QUADS,), G.GLUTES) == []


def test_an_anatomical_name_counts_for_its_group() -> None:
    assert rules("It targets the vastus lateralis.", (G.QUADS,), G.GLUTES) == []
    assert rules("It targets the biceps femoris.", (G.QUADS,), G.GLUTES) == ["muscle-not-in-profile"]


def test_a_target_repeated_as_secondary_is_found() -> None:
    (finding,) = found(None, (G.QUADS, G.GLUTES), G.GLUTES, G.QUADS, G.CALVES)
    assert (finding.rule, finding.field) == ("target-repeated", "secondary")
    assert "glutes, quads" in finding.message


def test_a_page_without_a_profile_has_nothing_to_compare() -> None:
    assert rules("It targets the quads.", None) == []
    assert rules("It targets the quads.", ()) == []
