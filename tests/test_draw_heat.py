"""Numbers by group become six steps with a legend."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vastus.domain.anatomy import MuscleGroup
from vastus.draw.heat import LEAST, MOST, Scale, heat_figure, steps_of
from vastus.draw.ink import HEAT, Layer
from vastus.draw.lettering import number_text, strokes, width_of
from vastus.draw.listing import heat_table
from vastus.errors import UsageError
from vastus.reference.figure import figure_parts
from vastus.reference.vocabulary import vocabularies

KNOWN, PARTS = vocabularies(), figure_parts()
NUMBERS = st.one_of(st.just(0.0), st.floats(LEAST, MOST))
VALUES = st.dictionaries(st.sampled_from(MuscleGroup), NUMBERS)


@pytest.mark.parametrize(
    ("sets", "step"),
    [(0, 0), (0.5, 1), (1, 1), (3, 1), (3.9, 1), (4, 2), (7, 2), (8, 3), (11, 3), (12, 4), (15, 4), (16, 5), (99, 5)],
)
def test_sets_fall_into_the_steps_of_the_legend(sets: float, step: int) -> None:
    assert steps_of({}, Scale.SETS).of(sets) == step


@pytest.mark.parametrize(("number", "step"), [(0, 0), (0.1, 1), (10, 1), (10.1, 2), (25, 3), (40, 4), (50, 5)])
def test_a_range_is_cut_into_fifths_of_its_largest_number(number: float, step: int) -> None:
    assert steps_of({MuscleGroup.ABS: 50.0}, Scale.RANGE).of(number) == step


@pytest.mark.parametrize(
    ("most", "labels"),
    [
        (0, ("0", "", "", "", "", "")),
        (1, ("0", "", "", "", "", "1")),
        (3, ("0", "", "1", "", "2", "3")),
        (7, ("0", "1", "2", "3–4", "5", "6–7")),
        (68, ("0", "1–13", "14–27", "28–40", "41–54", "55–68")),
        (123, ("0", "≤24", "≤49", "≤73", "≤98", "≤123")),
    ],
)
def test_counts_have_a_legend_of_whole_numbers(most: float, labels: tuple[str, ...]) -> None:
    assert steps_of({MuscleGroup.ABS: most}, Scale.COUNTS).labels == labels


@given(st.integers(1, 10**6))
def test_every_count_up_to_the_largest_is_in_one_step_whose_label_names_it(most: int) -> None:
    steps = steps_of({MuscleGroup.ABS: float(most)}, Scale.COUNTS)
    shown = [step for step, label in enumerate(steps.labels) if label]
    assert steps.of(most) == 5
    assert {steps.of(count) for count in range(min(most, 50) + 1)} <= set(shown)


@given(st.integers(0, 10**9))
def test_a_legend_of_counts_has_room(most: int) -> None:
    assert all(width_of(label) < 42 for label in steps_of({MuscleGroup.ABS: float(most)}, Scale.COUNTS).labels if label)


def test_half_a_count_is_refused() -> None:
    with pytest.raises(UsageError, match="quads"):
        heat_figure({MuscleGroup.QUADS: 1.5}, KNOWN, PARTS, scale=Scale.COUNTS)


@given(VALUES, st.sampled_from([Scale.SETS, Scale.RANGE]))
def test_more_is_never_a_lower_step_and_above_zero_never_none(values: dict[MuscleGroup, float], scale: Scale) -> None:
    steps = steps_of(values, scale)
    found = [steps.of(value) for value in sorted(values.values())]
    assert found == sorted(found)
    assert all((step > 0) == (value > 0) for step, value in zip(found, sorted(values.values()), strict=True))
    assert set(found) <= set(range(6))
    if scale is Scale.RANGE and any(values.values()):
        assert found[-1] == 5


@given(VALUES, st.sampled_from([Scale.SETS, Scale.RANGE]))
def test_any_numbers_make_a_figure(values: dict[MuscleGroup, float], scale: Scale) -> None:
    drawn = heat_figure(values, KNOWN, PARTS, scale=scale)
    assert all(width_of(label) < 42 for _, label in drawn.legend)
    assert drawn.svg().startswith("<svg")
    assert all(KNOWN.groups.label(group) in drawn.description for group in values)


def test_a_part_is_counted_in_one_group_and_absent_is_not_zero() -> None:
    drawn = heat_figure({MuscleGroup.QUADS: 12, MuscleGroup.HIP_FLEXORS: 0}, KNOWN, PARTS)
    assert {drawn.paint[part] for part in PARTS.by_region[MuscleGroup.QUADS]} == {Layer.HEAT_4}
    assert {drawn.paint[part] for part in PARTS.by_region[MuscleGroup.HIP_FLEXORS]} == {Layer.IDLE}
    assert drawn.rest is Layer.UNKNOWN
    assert drawn.description == "Sets: Quads 12, Hip Flexors 0. Groups without a number are outlined only."
    assert [label for _, label in drawn.legend] == ["0", "1–3", "4–7", "8–11", "12–15", "16+"]
    assert [layer for layer, _ in drawn.legend] == list(HEAT)


@pytest.mark.parametrize("number", [-1, -1e-9, float("nan"), float("inf"), 1e-9, 2e9])
def test_a_number_that_cannot_be_is_refused(number: float) -> None:
    with pytest.raises(UsageError, match="quads"):
        heat_figure({MuscleGroup.QUADS: number}, KNOWN, PARTS)


@given(NUMBERS)
def test_every_number_can_be_lettered(number: float) -> None:
    assert strokes(f"≤{number_text(number)}", 0, 0).startswith("M")


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (7, "7"), (12.34, "12.3"), (0.001, "0.001"), (999.9, "1k"), (12500, "12.5k"), (1e9, "1000M")],
)
def test_numbers_are_short(number: float, text: str) -> None:
    assert number_text(number) == text


def test_the_table_beside_the_figure_has_the_numbers_most_first() -> None:
    table = heat_table({MuscleGroup.ABS: 1, MuscleGroup.PALMAR_FASCIA: 2.5}, KNOWN, heading="<Sets>")
    assert "&lt;Sets&gt;" in table
    assert table.index("Palmar Fascia</th><td>2.5<") < table.index("Abs</th><td>1<")
