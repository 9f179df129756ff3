"""What each step does, and what the exercise is counted in."""

import re
from collections.abc import Sequence

from vastus.domain.exercise import Dose, Measure, Step, StepKind
from vastus.domain.page import Item, Span, Words
from vastus.prose.passage import Passage
from vastus.prose.patterns import any_of, mentions, whole_words

_LEAD_IN = any_of(
    "now", "then", "next", "first", "finally", "again", "once again", "slowly", "carefully", "simply", "begin by",
    "start by", "to (?:begin|start)", "from (?:here|there|this position)",
)  # fmt: skip


def _opening(*alternatives: str) -> re.Pattern[str]:
    """A step that starts with one of the alternatives, after any "now", "slowly" and the like."""
    return re.compile(rf"(?:{_LEAD_IN}[,:]?\s+)*{any_of(*alternatives)}\b")


_SIDES = any_of("sides", "legs", "arms", "hands", "feet")
_PLANNED = any_of("desired", "prescribed", "recommended", "planned", "required", "given")
_REPEAT = _opening(
    "repeat",
    "continue",
    "carry on",
    "go on",
    "go for",
    "aim for",
    "keep (?:going|alternating|walking|moving|repeating|on)",
    "complete (?:the|all|your|for|as)",
    "do (?:this|the same|it) (?:again|for|on|with)",
    r"perform (?:the|all|for|your|this|as many|\d)\b.*?(?:reps?|repetitions?|sets?|seconds|minutes|time|number|amount)",
    rf"alternate (?:{_SIDES}|back|until|for|between)",
    rf"(?:switch|change|swap) {_SIDES}",
    rf"(?:hold )?for (?:the )?{_PLANNED}",
    "after (?:completing|finishing|you (?:complete|finish|have completed)) (?:the|all|your)",
)
_WEIGHT = any_of("weights?", "plates?", "load", "resistance")
_LOAD = _opening(
    "load (?!.{0,12}(?:your|the) (?:hips|glutes|legs|heels|hamstrings))",
    rf"(?:add|put|place|slide|stack|rack|attach) (?:\w+ ){{0,3}}{_WEIGHT}",
    r"(?:select|choose|pick|set|adjust|use) (?:\w+ ){0,4}(?:weight|load|resistance|pin)",
)
_START = whole_words(
    "this (?:is|will be|should be|position is) (?:your|the) start(?:ing)?(?: position)?",
    "(?:starting|start|set-?up) position",
    "(?:begin(?:s|ning)?|starts?) (?:in|from|with|on|by|off|seated|lying|standing)",
)
_START_STEMS = ("start", "begin", "position")
_SET_UP = _opening(
    "set ?-?up", "set (?:the|a|an|your|yourself|two|both)",
    "stand", "sit", "lie", "lay", "kneel", "half-kneel", "hang", "straddle", "squat down",
    "face", "facing", "turn to", "get", "come (?:to|onto|into)", "find",
    "grab", "grasp", "grip", "hold", "take", "pick up", "unrack", "lift the bar (?:off|from)",
    "position", "place", "put", "assume", "adopt", "prepare", "brace", "support yourself",
    "attach", "adjust", "secure", "fasten", "anchor", "loop", "wrap", "strap", "clip", "hook",
    "step (?:onto|on|up to|into|inside|under|in|between)", "walk (?:up )?to", "approach",
    "lean", "rest", "bend (?:over|down|your knees slightly)",
    "with (?:your|the|a|both|feet)", "keep your (?:feet|back|arms)",
    "your (?:feet|hands|arms|palms|body|back|torso|grip) (?:should|will|must|are|is)",
    "dumbbells? (?:on|at|in)", "feet", "hands", "start", "begin",
)  # fmt: skip
_OTHER = re.compile(
    r"(?:notes?|variations?|tips?|caution|warning|safety|alternatively|optional|breathing|remember)\b\s*[:;-]"
)


def read_steps(items: Sequence[Item], prose: Sequence[Passage]) -> tuple[Step, ...]:
    """The steps with their kinds; `prose` are their words. Setting up ends where the first movement starts."""
    steps: list[Step] = []
    is_moving = False
    for item, part in zip(items, prose, strict=True):
        own = item.words
        stated = item.stated.get("kind")
        if isinstance(stated, str):
            steps.append(Step(own.text, StepKind(stated), own.span()))
            continue
        kind, evidence = _kind(part.lower, is_moving=is_moving)
        is_moving = is_moving or kind is StepKind.EXECUTE
        steps.append(Step(own.text, kind, own.span(), own.span(*evidence) if evidence else None))
    return tuple(steps)


def _kind(text: str, *, is_moving: bool) -> tuple[StepKind, Span | None]:
    for kind, rule in ((StepKind.OTHER, _OTHER), (StepKind.REPEAT, _REPEAT)):
        found = rule.match(text)
        if found:
            return kind, found.span()
    if is_moving:
        found = _START.match(text)
        return (StepKind.SET_UP, found.span()) if found else (StepKind.EXECUTE, None)
    load = _LOAD.match(text)
    if load:
        return StepKind.LOAD, load.span()
    found = (_START.search(text) if mentions(text, _START_STEMS) else None) or _SET_UP.match(text)
    return (StepKind.SET_UP, found.span()) if found else (StepKind.EXECUTE, None)


_LOADED = whole_words(
    rf"(?:load|add|select|choose|pick|put|place|set|use|stack)\b[^.;]{{0,40}}?\b(?:{_WEIGHT}|poundage)",
    "(?:desired|appropriate|suitable|chosen|challenging|planned) (?:weight|load|resistance)",
    "(?<![a-z] )load(?! (?:your|the) (?:hips|legs|heels))",
)
_LOADED_STEMS = ("weight", "load", "plate", "resistance", "poundage")
_GOAL = whole_words(
    "until", "for", "desired", "planned", "prescribed", "recommended", "required", "target(?:ed)?", "number", "amount",
    "given", "set", "chosen", "as many", "complete", "perform", "do", "hold",
)  # fmt: skip
_LENGTH = r"\d+\s?(?:m|metres?|meters?|yards?|yds?|ft|feet)"
_NO_TIME = ("at a", "same", "each", "every", "this", "next", "first", "last")  # "one leg at a time" counts nothing
_MEASURE = whole_words(
    "(?P<reps>reps?|repetitions?)",
    r"(?P<steps>(?:steps|paces|strides|step count)\b(?!\s*(?:#|\d|above|listed|in reverse|back\b|forward\b)))",
    rf"(?P<distance>distance|{_LENGTH}\b(?! (?:apart|wide|away|off|in front|behind|above|from)))",
    "(?P<time>" + "".join(f"(?<!{word} )" for word in _NO_TIME) + r"time\b(?! under)"
    r"|(?:duration|seconds?|secs?|minutes?|mins?)\b(?! (?:later|down|up|position)))",
)
_MEASURE_STEMS = (
    "rep",
    "step",
    "pace",
    "stride",
    "distance",
    "time",
    "sec",
    "min",
    "duration",
    "yard",
    "feet",
    "ft",
    "met",
    " m",
    "yd",
    *(f"{digit}m" for digit in range(10)),  # "40m"
)
_BESIDE = whole_words(
    "^(?:repeat )?(?:the )?(?:above )?steps",
    r"(?:these|the|those|previous|same|above|small|short|quick|long|baby|few) (?:\w+ )?steps",
)
_SOME = any_of(r"\d", "one", "two", "three", "four", "five")
_PAUSE = whole_words(  # "over three seconds" is a tempo; ten and more are a dose
    rf"(?:over|in|take|taking|about|for a|for)\s+(?:about )?{_SOME}(?:\s?(?:-|–|to|or)\s?{_SOME})?\s+(?:seconds?|secs?)"
)


def read_dose(prose: Sequence[Passage], steps: Sequence[Step]) -> Dose | None:
    """What the exercise is counted in, from the words of its steps; None when they do not say."""
    found: dict[Measure, Span | None] = {}
    for part, step in zip(prose, steps, strict=True):
        text = part.lower
        if step.kind in (StepKind.LOAD, StepKind.SET_UP) and mentions(text, _LOADED_STEMS):
            loaded = _LOADED.search(text)
            if loaded:
                found.setdefault(Measure.LOAD, part.words.span(*loaded.span()))
        if mentions(text, _MEASURE_STEMS):
            _goals(part.words, text, step.kind, found)
    if not found:
        return None
    measures = tuple(measure for measure in Measure if measure in found)
    spans = tuple(span for measure in measures if (span := found[measure]) is not None)
    return Dose(measures=measures, spans=spans if len(spans) == len(measures) else ())


def _goals(own: Words, text: str, kind: StepKind, found: dict[Measure, Span | None]) -> None:
    """The measures that a step counts in: those behind "until", "for" and the like, or anywhere in "Repeat …"."""
    is_repeat = kind is StepKind.REPEAT
    goal = None if is_repeat else _GOAL.search(text)
    if not is_repeat and goal is None:
        return
    pauses = [] if is_repeat else [pause.span() for pause in _PAUSE.finditer(text)]
    for match in _MEASURE.finditer(text, goal.start() if goal else 0):
        name = match.lastgroup or ""
        if any(a <= match.start() < b for a, b in pauses):
            continue
        if name == "steps" and _BESIDE.search(text[max(0, match.start() - 25) : match.end()]):
            continue
        if not is_repeat and not _GOAL.search(text, max(0, match.start() - 60), match.start()):
            continue
        found.setdefault(Measure(name), own.span(*match.span()))
