"""Two people change one exercise at the same time: what each changed, and both together where they do not collide."""

from msgspec.structs import replace

from vastus.domain.exercise import Exercise
from vastus.errors import ChangedMeanwhile

_FIELDS = tuple(name for name in Exercise.__struct_fields__ if name not in {"id", "source"})


def differences(before: Exercise, after: Exercise) -> tuple[str, ...]:
    """The fields whose values differ, by name; never id or source."""
    return tuple(name for name in _FIELDS if getattr(before, name) != getattr(after, name))


def carried_over(before: Exercise, after: Exercise, onto: Exercise) -> Exercise:
    """What changed from `before` to `after`, made of another state of the exercise; the rest of it stays.

    Raises:
        ChangedMeanwhile: the fields of the two make no exercise together.
    """
    changed = differences(before, after)
    try:
        return replace(onto, **{name: getattr(after, name) for name in changed})
    except ValueError as error:
        raise ChangedMeanwhile(onto.id, changed) from error


def merged(before: Exercise, after: Exercise, now: Exercise) -> Exercise:
    """`now` with what somebody made of it who began with `before`.

    Raises:
        ChangedMeanwhile: both gave one field another value, or their fields make no exercise together.
    """
    collisions = tuple(
        name
        for name in differences(before, after)
        if getattr(now, name) != getattr(before, name) and getattr(now, name) != getattr(after, name)
    )
    if collisions:
        raise ChangedMeanwhile(now.id, collisions)
    return carried_over(before, after, now)
