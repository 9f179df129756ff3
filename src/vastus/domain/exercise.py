"""The exercise and its parts. A wrong value cannot be built: every constructor checks what its type cannot say."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from vastus.domain.anatomy import Muscle, MuscleGroup, MuscleRole
from vastus.domain.claim import Claim
from vastus.domain.equipment import Equipment, Surface
from vastus.domain.page import Section, Span
from vastus.domain.source import Citation, Grade, Source
from vastus.domain.value import Placed, Value


class ExerciseType(StrEnum):
    """What kind of training an exercise belongs to."""

    STRENGTH = "strength"
    CONDITIONING = "conditioning"
    WARMUP = "warmup"
    SMR = "smr"
    OLYMPIC_WEIGHTLIFTING = "olympic_weightlifting"
    PLYOMETRICS = "plyometrics"
    ACTIVATION = "activation"
    POWERLIFTING = "powerlifting"
    STRONGMAN = "strongman"
    STRETCHING = "stretching"


class Mechanics(StrEnum):
    """Several joints or one."""

    COMPOUND = "compound"
    ISOLATION = "isolation"


class Force(StrEnum):
    """What is done to the load."""

    PUSH = "push"
    PULL = "pull"
    HINGE = "hinge"
    PRESS = "press"
    STATIC = "static"
    ISOMETRIC = "isometric"
    COMPRESSION = "compression"
    DYNAMIC_STRETCHING = "dynamic_stretching"
    STATIC_STRETCHING = "static_stretching"


class Laterality(StrEnum):
    """Both sides at once, one side only, or one after the other."""

    BILATERAL = "bilateral"
    UNILATERAL = "unilateral"
    ALTERNATING = "alternating"


class Level(StrEnum):
    """The experience that the exercise asks for."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class StepKind(StrEnum):
    """What a step of the instructions does."""

    LOAD = "load"
    SET_UP = "set_up"
    EXECUTE = "execute"
    REPEAT = "repeat"
    OTHER = "other"


class TipKind(StrEnum):
    """What a tip is; `cue` when nothing more can be said of it."""

    FAULT = "fault"
    SUBSTITUTE = "substitute"
    INDIVIDUAL = "individual"
    PROGRAMMING = "programming"
    SAFETY = "safety"
    CUE = "cue"


class Measure(StrEnum):
    """What an exercise is counted in; each is independent of the others."""

    LOAD = "load"
    REPS = "reps"
    STEPS = "steps"
    DISTANCE = "distance"
    TIME = "time"


class Goal(StrEnum):
    """What somebody uses an exercise for."""

    STRENGTH = "strength"
    HYPERTROPHY = "hypertrophy"
    POWER = "power"
    SPEED = "speed"
    CONDITIONING = "conditioning"
    ENDURANCE = "endurance"
    MOBILITY = "mobility"
    WARM_UP = "warm_up"
    ACTIVATION = "activation"
    REHAB = "rehab"
    RECOVERY = "recovery"
    SKILL = "skill"


class RelationKind(StrEnum):
    """How one exercise stands to another."""

    VARIATION_OF = "variation_of"
    PROGRESSION_OF = "progression_of"
    REGRESSION_OF = "regression_of"
    OPPOSITE_OF = "opposite_of"


class Share(StrEnum):
    """How much of a contraction type an exercise holds."""

    FULL = "full"
    LITTLE = "little"
    NONE = "none"


class Demand(StrEnum):
    """What the body must tolerate."""

    KNEE_FLEXION_DEEP = "knee_flexion_deep"
    HIP_FLEXION_DEEP = "hip_flexion_deep"
    OVERHEAD = "overhead"
    SPINAL_LOAD = "spinal_load"
    SPINAL_FLEXION = "spinal_flexion"
    SPINAL_ROTATION = "spinal_rotation"
    GRIP = "grip"
    WRIST_EXTENSION = "wrist_extension"
    IMPACT = "impact"
    BALANCE = "balance"
    KNEELING = "kneeling"
    SUPINE = "supine"
    PRONE = "prone"
    BREATH_HOLDING = "breath_holding"
    RUNNING_ROOM = "running_room"


class Posture(StrEnum):
    """How the body stands while it works."""

    STANDING = "standing"
    HALF_KNEELING = "half_kneeling"
    KNEELING = "kneeling"
    QUADRUPED = "quadruped"
    SEATED = "seated"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side_lying"
    HANGING = "hanging"
    SUPPORTED = "supported"
    MOVING = "moving"


class Noise(StrEnum):
    """What the neighbours hear."""

    QUIET = "quiet"
    NORMAL = "normal"
    LOUD = "loud"


class Facing(StrEnum):
    """Where the athlete looks, seen from the load."""

    TOWARD = "toward"
    AWAY = "away"
    SIDE = "side"


class Travel(StrEnum):
    """Where the athlete goes, seen from the athlete."""

    FORWARD = "forward"
    BACKWARD = "backward"
    LATERAL = "lateral"


SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
MAX_SLUG = 100


def _line(where: str, text: str | None) -> None:
    """Refuse a text that is blank, has outer white space, or holds line breaks or control characters."""
    if text is None:
        return
    if text != text.strip() or not text:
        raise ValueError(f"{where} must not be blank or start or end in white space: {text!r}")
    if not text.isprintable() and _UNPRINTABLE.search(text):
        raise ValueError(f"{where} holds a line break or a control character: {text!r}")


def _lines(where: str, texts: Iterable[str]) -> None:
    for text in texts:
        _line(where, text)


def _distinct(where: str, values: Sequence[object]) -> None:
    if len(values) > 1 and len(set(values)) < len(values):
        raise ValueError(f"{where} names the same thing twice: {', '.join(map(str, values))}")


def _slug(where: str, text: str | None) -> None:
    if text is not None and (len(text) > MAX_SLUG or not SLUG.fullmatch(text)):
        raise ValueError(f"{where} is no id (lower-case words joined by hyphens): {text!r}")


class Range(Value, frozen=True):
    """From `low` to `high`, both included; `low == high` for a single number."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high < float("inf"):
            raise ValueError(f"a range runs from low to high, not below 0: {self.low} to {self.high}")


class Dose(Placed, frozen=True):
    """Which measures an exercise is counted in, and how much of each where the page says so.

    Distances in metres, times and rest in seconds, effort as RPE 0 to 10, frequency in sessions a week. `load` is in
    the page's words ("a load that slows you by a quarter"): a number would need a person. `spans` point, measure by
    measure, to the words they come from.
    """

    measures: tuple[Measure, ...] = ()
    sets: Range | None = None
    reps: Range | None = None
    steps: Range | None = None
    distance_m: Range | None = None
    time_s: Range | None = None
    rest_s: Range | None = None
    effort_rpe: Range | None = None
    per_week: Range | None = None
    load: str | None = None
    spans: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        _distinct("the measures of a dose", self.measures)
        _line("the load of a dose", self.load)
        if self.effort_rpe and self.effort_rpe.high > 10:  # noqa: PLR2004  # the scale ends at 10
            raise ValueError(f"an effort is rated from 0 to 10, not {self.effort_rpe.high}")


class Step(Placed, frozen=True):
    """One step of the instructions. `evidence` are the words that its kind comes from."""

    text: str
    kind: StepKind = StepKind.OTHER
    span: Span | None = None
    evidence: Span | None = None

    def __post_init__(self) -> None:
        _line("a step", self.text)


class Tip(Placed, frozen=True):
    """A tip and what was understood of it; the parts are the page's own words.

    Only a fault has `sign`, `causes` and `fixes`; only a substitute `equipment` and `to` (an exercise); `condition`
    belongs to a substitute or an individual tip, `advice` to an individual one, `goals` to programming.
    """

    text: str
    kind: TipKind = TipKind.CUE
    sign: str | None = None
    causes: tuple[str, ...] = ()
    fixes: tuple[str, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    to: str | None = None
    condition: str | None = None
    advice: str | None = None
    goals: tuple[Goal, ...] = ()
    children: tuple["Tip", ...] = ()
    span: Span | None = None
    evidence: Span | None = None

    def __post_init__(self) -> None:
        _line("a tip", self.text)
        kind = self.kind
        if self.sign is not None or self.causes or self.fixes:
            _line("a sign", self.sign)
            _lines("a cause", self.causes)
            _lines("a fix", self.fixes)
            if kind is not TipKind.FAULT:
                raise ValueError(f"only a fault has a sign, causes and fixes, not a tip of kind {kind}")
        if self.equipment or self.to is not None:
            _slug("the exercise a tip points to", self.to)
            _distinct("the equipment of a tip", self.equipment)
            if kind is not TipKind.SUBSTITUTE:
                raise ValueError(f"only a substitute names equipment or an exercise, not a tip of kind {kind}")
        if self.condition is not None or self.advice is not None or self.goals:
            self._refuse_misplaced()

    def _refuse_misplaced(self) -> None:
        kind = self.kind
        if self.condition is not None:
            _line("a condition", self.condition)
            if kind is not TipKind.SUBSTITUTE and kind is not TipKind.INDIVIDUAL:
                raise ValueError(f"only a substitute or an individual tip has a condition, not a tip of kind {kind}")
        if self.advice is not None:
            _line("an advice", self.advice)
            if kind is not TipKind.INDIVIDUAL:
                raise ValueError(f"only an individual tip has an advice, not a tip of kind {kind}")
        if self.goals:
            _distinct("the goals of a tip", self.goals)
            if kind is not TipKind.PROGRAMMING:
                raise ValueError(f"only a programming tip has goals, not a tip of kind {kind}")


class Use(Placed, frozen=True):
    """A goal that the exercise serves, with its dose where the page gives one."""

    goal: Goal
    dose: Dose | None = None
    note: str | None = None
    span: Span | None = None

    def __post_init__(self) -> None:
        _line("the note of a use", self.note)


class Relation(Placed, frozen=True):
    """How this exercise stands to the one named in `to`, and what differs."""

    kind: RelationKind
    to: str
    what_changes: str | None = None
    span: Span | None = None

    def __post_init__(self) -> None:
        _slug("the exercise a relation points to", self.to)
        _line("what changes in a relation", self.what_changes)


class Swap(Placed, frozen=True):
    """What to do instead: `to` is an exercise's id or an implement's."""

    to: str
    reason: str | None = None
    what_changes: str | None = None
    surface: Surface | None = None
    span: Span | None = None

    def __post_init__(self) -> None:
        _slug("what a swap points to", self.to.replace("_", "-"))
        _line("the reason of a swap", self.reason)
        _line("what changes in a swap", self.what_changes)


class Contraction(Placed, frozen=True):
    """How much concentric, eccentric and isometric work there is; None where nothing says."""

    concentric: Share | None = None
    eccentric: Share | None = None
    isometric: Share | None = None
    span: Span | None = None


class Movement(Placed, frozen=True):
    """Where the athlete faces and goes."""

    facing: Facing | None = None
    travel: Travel | None = None
    span: Span | None = None


class MuscleInvolvement(Value, frozen=True):
    """An anatomical muscle, its role, and the kind of evidence for that role."""

    muscle: Muscle
    role: MuscleRole
    evidence: Grade | None = None


class Exercise(Value, frozen=True):
    """A typed exercise page with nothing lost.

    None means that the page is silent, an empty tuple that it says "none" (for `equipment`, `target`, `secondary`);
    content lists (`instructions`, `tips`, `uses`, …) are simply empty when the page has none. `printed` keeps the
    page's own words for every labelled value, by our field name or, where we have none, by the page's label.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    family: str | None = None
    type: ExerciseType | None = None
    equipment: tuple[Equipment, ...] | None = None
    mechanics: Mechanics | None = None
    force: Force | None = None
    laterality: Laterality | None = None
    level: Level | None = None
    target: tuple[MuscleGroup, ...] | None = None
    secondary: tuple[MuscleGroup, ...] | None = None
    muscles: tuple[MuscleInvolvement, ...] = ()
    overview: str | None = None
    instructions: tuple[Step, ...] = ()
    tips: tuple[Tip, ...] = ()
    uses: tuple[Use, ...] = ()
    dose: Dose | None = None
    relations: tuple[Relation, ...] = ()
    swaps: tuple[Swap, ...] = ()
    contraction: Contraction | None = None
    demands: tuple[Demand, ...] = ()
    posture: Posture | None = None
    noise: Noise | None = None
    movement: Movement | None = None
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    sections: tuple[Section, ...] = ()
    printed: Mapping[str, str] = {}
    source: Source = Source()

    def __post_init__(self) -> None:
        _slug("the id of an exercise", self.id)
        _slug("the family of an exercise", self.family)
        self._refuse_broken_texts()
        for where in ("aliases", "target", "secondary", "equipment", "demands"):
            _distinct(where, getattr(self, where) or ())
        _distinct("muscles", [involved.muscle for involved in self.muscles])
        _distinct("relations", [(relation.kind, relation.to) for relation in self.relations])
        _distinct("uses", [use.goal for use in self.uses])
        if any(relation.to == self.id for relation in self.relations):
            raise ValueError(f"{self.id} cannot be related to itself")

    def _refuse_broken_texts(self) -> None:
        _line("the name of an exercise", self.name)
        _lines("an alias", self.aliases)
        if self.overview is not None:
            _lines("a paragraph of the overview", self.overview.split("\n\n"))
        for section in self.sections:
            _line("a heading", section.heading or None)
            _lines("a paragraph", section.paragraphs)
        for citation in self.citations:
            _line("a citation", citation.text)
            _line("the address of a citation", citation.url)
