"""Rules in their order, each with the word families without which it finds nothing."""

from collections.abc import Callable, Iterable

from vastus.profile.tips.reading import Reading
from vastus.profile.tips.told import Told

Rules = Iterable[tuple[int, Callable[[Told], Reading | None]]]
"""Word families, joined, of which a tip needs at least one (`ANY` when none is needed), and the rule."""

ANY = -1


def first_reading(rules: Rules, told: Told) -> Reading | None:
    """What the first rule finds that finds anything."""
    marks = told.marks
    for families, rule in rules:
        if marks & families or families == ANY:
            found = rule(told)
            if found:
                return found
    return None
