"""How somebody moves a load over the ground, read from a page's structure: what, pushed or pulled, and which way.

Only what the page says; a page about something else has no implement here and gets no claim of statics.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from vastus.domain.equipment import Equipment, Surface
from vastus.domain.exercise import Exercise, Facing, Force, Travel
from vastus.prose.patterns import any_of, whole_words
from vastus.prose.sentences import leveled
from vastus.reference.evidence import Applies

PUSH, PULL, PRESS = "push", "pull", "press"
"""What is done to the load; a press is by the arms alone, and nothing known of pushing with the legs holds for it."""
BACK, HANDS, LINE = "back", "hands", "line"
"""What touches the sled: the athlete's back, the hands, or a strap, rope or harness."""

_SLED = whole_words("sled", "prowler")
_NO_SLED = whole_words("leg press", "hack", "sled machine", "machine")
_PULLED = whole_words(
    "drag(?:s|ging)?", "pull(?:s|ing)?(?: through)?", "rows?", "tow(?:s|ing)?", "harness", "rope", "strap", "face pull",
    "curl", "high pull", "flye?", "walk(?:ing)?",
)  # fmt: skip
_PUSHED = whole_words("push(?:es|ing)?", "shoves?", "shoving", "drives?", "prowler")
_PRESSED = whole_words("press", "punch(?:es)?")
_LINES = whole_words("straps?", "ropes?", "harness", "chains?", "cables?", "belt", "(?:dual|single) handles?", "line")
_POSTS = any_of("sled", "poles?", "posts?", "uprights?", "handles", "pads?", "bars?", "it", "them")
_BACK = whole_words(
    rf"(?:your|the) (?:upper )?(?:back|shoulder blades|ribs)\b[^.]{{0,40}}\b(?:against|into|on(?:to)?|on top of) "
    rf"(?:the |its )?{_POSTS}",
    rf"back to the {_POSTS}",
)
_BACKWARD_NAME = whole_words(
    r"(?:backwards?|reverse)\b[a-z -]{0,20}\b(?:push|shove|drag|pull|walk|march|run|sprint|drive)",
    "backwards? (?:sled|treadmill)",
    "(?:push|drag|walk|march|run) backwards?",
)
_GOES_BACKWARD = whole_words(
    "(?:walk|mov|march|drag|run|travel|shuffl|backpedal)(?:e|ing|s)? (?:it |the sled )?(?:slowly |quickly )?backwards?"
)
_GROUND = whole_words("turf", "astro-?turf", "grass", "track", "rubber floor", "concrete", "asphalt")
_SURFACES = {
    "grass": Surface.GRASS,
    "track": Surface.TRACK,
    "rubber floor": Surface.RUBBER,
    "concrete": Surface.CONCRETE,
    "asphalt": Surface.CONCRETE,
}


@dataclass(frozen=True, slots=True)
class Setup:
    """What is moved over the ground and how; every part is None where the page does not say it."""

    implement: Equipment | None = None
    action: str | None = None
    travel: Travel | None = None
    contact: str | None = None

    @property
    def is_pushed_sled(self) -> bool:
        """Whether a sled with something to lean on is pushed along."""
        return self.implement is Equipment.SLED and self.action in (PUSH, PRESS)

    @property
    def is_backed(self) -> bool:
        """Whether the athlete's back does the pushing."""
        return self.is_pushed_sled and self.contact == BACK

    def fits(self, applies: Applies, name: str, equipment: tuple[Equipment, ...]) -> bool:
        """Whether a row of evidence or a hazard speaks of this; `name` is the exercise's, in lower case."""
        implements = {self.implement, *equipment}
        return (
            (applies.implement is None or applies.implement in implements)
            and (applies.action is None or applies.action == self.action)
            and (applies.travel is None or applies.travel is self.travel)
            and (applies.contact is None or applies.contact == self.contact)
            and (applies.named is None or applies.named.search(name) is not None)
        )


def read_setup(exercise: Exercise) -> Setup:
    """The setup of an exercise; an empty one where nothing is pushed or pulled along the ground."""
    name = leveled(exercise.name)
    steps = [leveled(step.text) for step in exercise.instructions]
    told = " ".join(steps)
    equipment = exercise.equipment or ()
    if not _is_sled(name, told, equipment):
        return Setup(travel=_travel(exercise, name, steps))
    action = _action(exercise, name, told)
    contact = LINE if action == PULL else HANDS
    if action == PUSH and any(map(_BACK.search, steps)) and _is_turned_away(exercise, told):
        contact = BACK
    elif (
        action in (PUSH, PRESS)
        and _LINES.search(told)
        and not whole_words("poles?", "uprights?", "posts?").search(told)
    ):
        contact = LINE
    return Setup(
        Equipment.SLED,
        PULL if contact == LINE else action,
        _travel(exercise, name, steps, is_backed=contact == BACK),
        contact,
    )


def _is_sled(name: str, told: str, equipment: tuple[Equipment, ...]) -> bool:
    if _NO_SLED.search(name) or Equipment.MACHINE in equipment:
        return False
    return bool(
        Equipment.SLED in equipment or _SLED.search(name) or (equipment == (Equipment.OTHER,) and _SLED.search(told))
    )


def _action(exercise: Exercise, name: str, told: str) -> str | None:
    if _PRESSED.search(name):
        return PRESS
    pushed, pulled = _PUSHED.search(name), _PULLED.search(name)
    if bool(pushed) != bool(pulled):
        return PUSH if pushed else PULL
    if exercise.force in (Force.PUSH, Force.PRESS):
        return PUSH
    if exercise.force is Force.PULL:
        return PULL
    return PULL if _LINES.search(told) else None


def _is_turned_away(exercise: Exercise, told: str) -> bool:
    is_away = exercise.movement is not None and exercise.movement.facing is Facing.AWAY
    return is_away or re.search(r"\b(?:turn|with) your back\b|\bfacing away\b", told) is not None


def _travel(exercise: Exercise, name: str, told: Iterable[str] = (), *, is_backed: bool = False) -> Travel | None:
    stated = exercise.movement
    if stated is not None and stated.travel is not None and stated.span is None:
        return stated.travel  # a page of our own form says it outright
    if is_backed or _BACKWARD_NAME.search(name) or any(map(_GOES_BACKWARD.search, told)):
        return Travel.BACKWARD
    return None


def surface_of(text: str) -> Surface | None:
    """The ground that a text in lower case names, where it is one that friction is known of."""
    found = _GROUND.search(text)
    return _SURFACES.get(found.group(), Surface.TURF) if found else None
