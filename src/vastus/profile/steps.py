"""What each step does, and what the exercise is counted in."""

import re
from collections.abc import Sequence

from vastus.domain.exercise import Dose, Measure, Step, StepKind
from vastus.domain.page import Item, Span, Words
from vastus.prose.sentences import plain

_AHEAD = r"(?:(?:now|then|next|first|finally|once again|to (?:begin|start)|from (?:here|there|this position)|slowly|carefully|simply|again|begin by|start by)[,:]?\s+)*"
_REPEAT = re.compile(
    _AHEAD + r"(?:repeat|continue|carry on|go on|keep (?:going|alternating|walking|moving|repeating|on)|complete (?:the|all|your|for|as)"
    r"|do (?:this|the same|it) (?:again|for|on|with)|perform (?:the|all|for|your|this|as many|\d)\b.*?(?:reps?|repetitions?|sets?|seconds|minutes|time|number|amount)"
    r"|alternate (?:sides|legs|arms|back|until|for|between)|switch (?:sides|legs|arms|hands)|change (?:sides|legs|arms)|swap sides"
    r"|for (?:the )?(?:desired|prescribed|recommended|planned|required|given)|aim for|go for|hold for (?:the )?(?:desired|prescribed|recommended|planned|required)"
    r"|after (?:completing|finishing|you (?:complete|finish|have completed)) (?:the|all|your))\b",
    re.IGNORECASE,
)
_LOAD = re.compile(
    _AHEAD + r"(?:load (?!.{0,12}(?:your|the) (?:hips|glutes|legs|heels|hamstrings))|(?:add|put|place|slide|stack|rack|attach) (?:\w+ ){0,3}(?:weights?|plates?|load|resistance)\b"
    r"|(?:select|choose|pick|set|adjust|use) (?:\w+ ){0,4}(?:weight|load|resistance|pin)\b)",
    re.IGNORECASE,
)
_START = re.compile(
    r"\b(?:this (?:is|will be|should be|position is) (?:your|the) start(?:ing)?(?: position)?|(?:starting|start|set-?up) position|begin(?:s|ning)? (?:in|from|with|on|by|seated|lying|standing)|starts? (?:in|from|with|on|by|off|seated|lying|standing))\b",
    re.IGNORECASE,
)
_SET_UP = re.compile(
    _AHEAD + r"(?:set ?-?up|setup|set (?:the|a|an|your|yourself|up|two|both)|stand|sit|lie|lay|kneel|half-kneel|hang|face|facing|straddle|get|grab|grasp|grip|hold|take|pick up|position|place|put|assume|adopt|attach"
    r"|adjust|secure|fasten|anchor|loop|wrap|strap|clip|hook|step (?:onto|on|up to|into|inside|under|in|between)|walk (?:up )?to|approach|lean|rest|bend (?:over|down|your knees slightly)|squat down|come (?:to|onto|into)|find|prepare|brace|with (?:your|the|a|both|feet)|keep your (?:feet|back|arms)|unrack|lift the bar (?:off|from)|support yourself|turn to|your (?:feet|hands|arms|palms|body|back|torso|grip) (?:should|will|must|are|is)|dumbbells? (?:on|at|in)|feet |hands |start\b|begin\b)",
    re.IGNORECASE,
)
_OTHER = re.compile(r"(?:note|notes|variations?|tips?|caution|warning|safety|alternatively|optional|breathing|remember)\b\s*[:;-]", re.IGNORECASE)
_ASIDE = re.compile(r"(?:variations?|caution|warning|tip|note)s?\s*:", re.IGNORECASE)


def read_steps(items: Sequence[Item]) -> tuple[Step, ...]:
    """The steps with their kinds. Setting up ends where the first movement starts."""
    steps: list[Step] = []
    is_moving = False
    for item in items:
        words = item.words
        stated = item.stated.get("kind")
        if isinstance(stated, str):
            steps.append(Step(words.text, StepKind(stated), words.span()))
            continue
        kind, evidence = _kind(words.text, is_moving=is_moving)
        is_moving = is_moving or kind is StepKind.EXECUTE
        steps.append(Step(words.text, kind, words.span(), words.span(*evidence) if evidence else None))
    return tuple(steps)


def _kind(printed: str, *, is_moving: bool) -> tuple[StepKind, Span | None]:
    text = plain(printed)
    other = _OTHER.match(text)
    if other:
        return StepKind.OTHER, other.span()
    repeat = _REPEAT.match(text)
    if repeat:
        return StepKind.REPEAT, repeat.span()
    if not is_moving:
        load = _LOAD.match(text)
        if load:
            return StepKind.LOAD, load.span()
        start = _START.search(text)
        if start:
            return StepKind.SET_UP, start.span()
        set_up = _SET_UP.match(text)
        if set_up:
            return StepKind.SET_UP, set_up.span()
    elif _START.match(text):
        return StepKind.SET_UP, None
    return StepKind.EXECUTE, None


_LOADED = re.compile(
    r"\b(?:load|add|select|choose|pick|put|place|set|use|stack)\b[^.;]{0,40}?\b(?:weights?|plates?|load|resistance|poundage)\b"
    r"|\b(?:desired|appropriate|suitable|chosen|challenging|planned) (?:weight|load|resistance)\b|^load\b(?! (?:your|the) (?:hips|legs|heels))",
    re.IGNORECASE,
)
_GOAL = re.compile(
    r"\b(?:until|for|desired|planned|prescribed|recommended|required|target(?:ed)?|number|amount|given|set|chosen|as many|complete|perform|do|hold)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"(?P<reps>\b(?:reps?|repetitions?)\b)"
    r"|(?P<steps>\b(?:steps|paces|strides|step count)\b(?!\s*(?:#|\d|above|listed|in reverse|back\b|forward\b|\d)))"
    r"|(?P<distance>\bdistance\b|\b\d+\s?(?:m|metres?|meters?|yards?|yds?|ft|feet)\b(?! (?:apart|wide|away|off|in front|behind|above|from)))"
    r"|(?P<time>(?<!at a )(?<!same )(?<!each )(?<!every )(?<!this )(?<!next )(?<!first )(?<!last )\btime\b(?! under)|\b(?:duration|seconds?|secs?|minutes?|mins?)\b(?! (?:later|down|up|position)))",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"^(?:repeat )?(?:the )?(?:above )?steps\b|\b(?:these|the|those|previous|same|above|small|short|quick|long|baby|few) (?:\w+ )?steps\b", re.IGNORECASE)
_COUNT_IN = re.compile(r"\b(?:over|in|take|taking|about|for a|for)\s+(?:about )?(?:\d+|one|two|three|four|five)(?:\s?(?:-|–|to|or)\s?(?:\d+|two|three|four|five))?\s+(?:seconds?|secs?)\b", re.IGNORECASE)


def read_dose(items: Sequence[Item], steps: Sequence[Step]) -> Dose | None:
    """What the exercise is counted in, from the words of its steps; None when they do not say."""
    found: dict[Measure, Span | None] = {}
    for item, step in zip(items, steps, strict=True):
        text = plain(item.words.text)
        loaded = _LOADED.search(text) if step.kind in (StepKind.LOAD, StepKind.SET_UP) or not found else None
        if loaded and step.kind in (StepKind.LOAD, StepKind.SET_UP):
            found.setdefault(Measure.LOAD, item.words.span(*loaded.span()))
        _goals(item.words, text, step.kind, found)
    if not found:
        return None
    measures = tuple(measure for measure in Measure if measure in found)
    spans = tuple(span for measure in measures if (span := found[measure]) is not None)
    return Dose(measures=measures, spans=spans if len(spans) == len(measures) else ())


def _goals(words: Words, text: str, kind: StepKind, found: dict[Measure, Span | None]) -> None:
    goal = _GOAL.search(text)
    start = 0 if kind is StepKind.REPEAT else goal.start() if goal else -1
    if start < 0:
        return
    pauses = [pause.span() for pause in _COUNT_IN.finditer(text)] if kind is not StepKind.REPEAT else []
    for match in _MEASURE.finditer(text, start):
        name = match.lastgroup or ""
        if any(a <= match.start() < b for a, b in pauses):
            continue
        if name == "steps" and _BESIDE.search(text[max(0, match.start() - 25) : match.end()]):
            continue
        if kind is not StepKind.REPEAT and not _GOAL.search(text[max(0, match.start() - 60) : match.start()]):
            continue
        found.setdefault(Measure(name), words.span(*match.span()))
