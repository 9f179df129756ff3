"""Mistakes in what a page of our own form states become findings; the page is kept."""

import pytest

from vastus.domain.exercise import TipKind
from vastus.domain.page import Severity
from vastus.faces.python import parse

PAGE = """---
id: plank-push
name: Plank Push
---

# Plank Push

## Instructions

1. *Execute.* Push.

## Tips

1. **{kind}.** Do it like this.
   - {part}
"""


@pytest.mark.parametrize(
    ("kind", "part", "says"),
    [
        ("Substitute", "Equipment: trapp bar", "none of the known equipment"),
        ("Substitute", "Exercise: Sled Push", "no exercise's id"),
        ("Programming", "Goals: fun", "no goal"),
    ],
)
def test_a_wrong_part_of_a_tip_is_a_finding_and_the_page_is_kept(kind: str, part: str, says: str) -> None:
    parsed = parse(PAGE.format(kind=kind, part=part))
    assert parsed.exercises[0].tips[0].kind == kind.lower()
    found = [finding for finding in parsed.findings["plank-push"] if finding.rule == "wrong-value"]
    assert [finding.severity for finding in found] == [Severity.ERROR]
    assert says in found[0].message


def test_equipment_named_twice_or_by_a_synonym_is_one_id() -> None:
    parsed = parse(PAGE.format(kind="Substitute", part="Equipment: hex bar, trap bar"))
    tip = parsed.exercises[0].tips[0]
    assert tip.kind is TipKind.SUBSTITUTE
    assert tip.equipment == ("trap_bar",)


@pytest.mark.parametrize(
    "line", ["family: Foo Bar", "demands: [grip, grip]", "relations: [{kind: variation_of, to: plank-push}]"]
)
def test_one_wrong_value_does_not_lose_the_page(line: str) -> None:
    parsed = parse(PAGE.format(kind="Cue", part="a bullet").replace("name: Plank Push", f"name: Plank Push\n{line}"))
    assert [finding.rule for finding in parsed.findings["plank-push"] if finding.severity == "error"] == ["wrong-value"]
