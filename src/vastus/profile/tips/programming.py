"""Programming: when, how often, how much, what it is good for in a plan, how to progress, how it recovers."""

import re
from collections.abc import Iterable

from vastus.domain.exercise import TipKind
from vastus.domain.page import Span
from vastus.profile.goals import goals_named
from vastus.profile.tips.lexicon import PLAN, PLAN_HINT, members
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.told import Told

_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety)"
_RANGE = rf"{_COUNT}(?:\s?(?:-|–|to|or|x|×)\s?{_COUNT})?"
_STRONG = re.compile(
    rf"""
    \b(?=\w)(?:
    # roles in a session
    (?:super|giant|drop|tri)-?\ ?set(?:s|ting|ted)?|finishers?|primer
    |accessor(?:y|ies)(?:\ (?:work|exercise|lift|movement)s?)?|assistance\ (?:work|exercise|lift|movement)s?
    |stand-?alone|warm-?\ ?ups?(?:\ sets?|\ drill)?|cool-?\ ?downs?|activation\ (?:drill|work|exercise)
    |main\ lifts?|antagonist|circuits?|intervals?\b|tabata|emom|amrap|hiit|cardio|metcons?|conditioning
    |ladders?\b|clusters?\b|rest-pause|drop-?sets?
    # the calendar
    |(?:per|a|each|every|this|that|next|over|of\ the|final|last|\w+\ times\ (?:a|per))\ week\b|\w+\ weeks\b
    |weeks?\ (?:out|away|off|one|two|of)|weekly|fortnight\w*|months?\b
    |(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mesocycle|microcycle|macrocycle|periodi[sz]\w+
    |programm?(?:e|ed|es|ing|s)?\b(?!\ yourself)|schedul\w+|frequency
    |every\ (?:other|second|third|fourth)\ (?:day|week|session|workout)
    |(?:rest|light|heavy|easy|hard|recovery|leg|push|pull|training|upper|lower|back|chest|arm|shoulder|ab|squat
    |deadlift|bench|pressing|off)\ days?\b|days?\ (?:before|after|off|apart|a\ week|per\ week|between)
    |hours\ (?:after|before|between)|\d+\ hours|minutes\ (?:most|per|a|every)
    |(?:twice|once|\w+\ times)\ (?:a|per|each|every)\ (?:week|day|month|session)
    |once\ (?:or\ twice\ )?(?:a|per)\ week|daily\b|every\ day|deload\w*|off-?season|pre-?season|in-?season
    |peak\ week|taper|competition\ prep
    |training\ (?:split|session|day|block|cycle|phase|age|plan|week|routine|program\w*|volume|frequency
    |goals?)s?|sessions?\b|workouts?\b|(?:training|workout|leg|arm|exercise)\ routine
    |(?:day|body-?\ ?part|lower|pull|weekly|your|bro)\ splits?\b|(?:next|each|volume|hypertrophy|conditioning|week
    |accumulation|intensification|peaking)\ blocks?\b|blocks?\ of\ (?:training|\w+\ (?:weeks|sessions))|reload\ week
    # dose and effort
    |hypertrophy|rpe|rir|1rm|one-?rep\ max|\d+\s?%|percent\ of
    |(?:to|from|of|short\ of|near|before|until|reach|reaching|past|approaching|hit)\ (?:absolute\ |technical[ ]
    |total\ |muscular\ |complete\ |mechanical\ )?failure|in\ (?:the\ tank|reserve)|time\ under\ tension|volume\b
    |workload|tonnage|max(?:imal)?\ effort|all-?out|calorie\ deficit
    |rest\ (?:at\ least\ |for\ |about\ |around\ |up\ to\ |a\ |an\ )?(?:{_RANGE}|full|minute|couple)
    |(?:full|long|short|longer|shorter|complete|ample|adequate|minimal)\ (?:rests?\b|rest\ periods?|recovery)
    |rest\ (?:periods?|intervals?|times?)|any\ rest\b
    |(?:heavy\ |light\ |for\ |of\ |ten\ |slow\ )(?:singles|doubles|triples|fives|eights|tens|twelves|fifteens
    |twenties)\b|rest\ until|between\ (?:heavy\ |your\ |hard\ |working\ )?sets\ of|filler
    |every\ (?:morning|evening|night)|in\ (?:the\ )?(?:season|winter|summer|off-?season)\b
    |next\ (?:band|pair|size|weight|dumbbells?)|(?:lightest|easiest)\ band
    |alongside\ (?:squats|deadlifts|presses|your)
    |(?:once|when)\ [^.,;]{{2,40}}?\ (?:feels?|gets?|becomes?|is|are)\ (?:\w+\ )?(?:light|easy|comfortable
    |manageable)
    # recovery
    |recover(?:y|s|ing|ed)?\b(?!\ by\b|\ to\ (?:a\ |the\ )?(?:stand|start))|soreness|doms|sore\b(?!\ (?:spot|point
    |wrist|elbow|neck|shoulder|knee))|rehab\w*
    |prehab\w*|overtrain\w*|fatigu(?:e|ing)\b(?=[^.]{{0,30}}\b(?:session|lift|day|cost|accumulat|system|manage))
    |easy\ on\ the\ (?:joints|body|back|system)|joint-friendly|low-impact
    # progress
    |progress(?:ion|ions|ing|ive|ively|ed|es)?\b|plateaus?|overload\b|regressions?\b
    |add\ (?:weight|load|distance|reps|sets|\d|roughly|about|more\ (?:weight|load|reps|resistance|plates)
    |resistance|a\ (?:little|bit\ of|second|plate|set|rep|pause)|another\ (?:set|rep)|small)
    |adding\ (?:weight|load|resistance|reps|a\ pause|more)
    |increas(?:e|es|ing)\ the\ (?:difficulty|intensity|challenge|load|weight|resistance|reps|volume|distance
    |height|range)|go\ up\ in\ (?:weight|load)|(?:work|build)\ (?:your\ way\ )?up\ (?:to|from|over)
    |build\ up\ (?:from|to|slowly|gradually|over)
    |once\ you\ (?:can|are\ able|have\ mastered|master|manage)
    |once\ you\ (?:get|reach)(?!\ (?:to\ )?(?:the\ |a\ |your\ |its\ |this\ )?(?:\w+\ ){{0,3}}?(?:top|bottom|position
    |contraction|end|floor|ground|height|point|depth|lockout|extension)\b)
    |once\ you(?:'re|\ are|'ve)\ (?:able|comfortable|mastered|comfortably|confident|strong)
    |when\ you\ can\ (?:do|hold|complete|perform|manage|hit|get|finish)
    |(?:mak(?:e|es|ing)|made)\ (?:it|this|them|things
    |the\ (?:exercise|movement|drill|lift))\ (?:more\ (?:difficult|challenging
    |demanding)
    |(?:even\ )?(?:harder|tougher|easier))|(?:ready|prepared?)\ for\ the(?!\ (?:throw|jump|catch|drop|landing|pull
    |press|lift|next\ rep))|next\ (?:progression|level|step\ up)
    |move\ (?:on|up)\ to\ (?:the|a|heavier|single|one)|graduat\w+|step\ up\ to\ (?:the|a)
    |in\ (?:this|the\ following)\ order
    |before\ (?:you\ )?(?:adding|add|moving\ on|progress\w*|reach\ for|loading|going\ heavier|increasing)
    |(?:gets?|becomes?|feels?|is|are|becoming|getting)\ (?:too\ |very\ |really\ |so\ )*easy|too\ easy
    |no\ longer\ (?:a\ )?challeng\w+
    # place in the session
    |(?:end|start|beginning|middle|tail\ end|front|back\ end)\ of\ (?:the|your|a|each|any|every)\ (?:session
    |workout|training|day|week|routine|program\w*)
    |before\ (?:squats|squatting|deadlifts|deadlifting|benching|bench|pressing|running|sprinting
    |your\ (?:main|first|heavy|working)|heavy|the\ big|any\ heavy)
    |after\ (?:squats|squatting|deadlifts|deadlifting|benching|pressing|your\ (?:main|heavy|compound|big)
    |the\ (?:big|main|heavy|compound)|heavy|compound|a\ hard)|ahead\ of\ (?:the\ big|heavy|squats|your)
    |competition\b|muscle\ (?:growth|mass|gain)
    |build(?:s|ing)?\ (?:\w+\ )?(?:muscle|mass|size|strength|power|endurance|capacity)
    |strength\ (?:work|training|block|phase|focus)|bodybuilding|cycle\ (?:these|this|them|it)|pile\ up\ volume
    |how\ many\ you\ can|how\ often)\b
    """,
    re.VERBOSE,
)
_NUMBERS = re.compile(
    rf"""
    \b(?:
    # 3 sets of 8
    your\ (?:[a-z-]+\ ){{0,2}}?(?:sets|reps|repetitions|rounds)\b
    |(?:{_RANGE}|low(?:er)?|high(?:er)?|moderate|more|fewer|many|multiple|shorter|longer|few|couple\ of
    |\(\d+-\d+\))\ (?:\(\d+(?:-|–)\d+\)\ )?(?:[a-z-]+\ ){{0,2}}?(?:sets?|reps?|repetitions?|rounds|throws|jumps
    |runs|trips|lengths)\b|(?:reps?|repetition|set|loading)\ (?:range|scheme|count)s?\b
    |(?:reps|sets)\ (?:\(|go\b|short\b|of\ {_COUNT}|at\b|per\b|each\b)|sets\ and\ reps\b|\d\s?[x×]\s?\d+\b
    # 30-40 metres is plenty
    |{_RANGE}\s?(?:m|metres?|meters?|yards?|yds?|seconds?|secs?|minutes?|mins?)\b[^.,]{{0,30}}\b(?:plenty|enough
    |per|each\ (?:side|leg|arm|muscle|set|time)|is|sets?|beats)\b
    |no\ more\ than\ {_COUNT}\ (?:seconds|minutes|sets|reps)|halve\ the\ sets\b
    |keep\ (?:the\ |your\ )?(?:reps|sets|volume)\b
    |(?:seconds|minutes|reps|sets)\ (?:on\ |per\ |for\ )each\ (?:side|leg|arm|muscle)?|plenty\ of\ room\ for\b
    |for\ (?:distance|time|reps|max\ reps|volume)\b
    |(?:hold|holds)\ (?:it\ |this\ |each\ )?for\ {_RANGE}\ (?:seconds|minutes))
    """,
    re.VERBOSE,
)
_PLACE = re.compile(
    r"""
    \b(?=\w)(?:(?:keep|save|do|use|place|put|program|programme|perform|include|leave|slot|add|run|treat|schedule
    |reserve|cycle|drop|throw|introduce|incorporate|implement|train|start\ with|work)\ (?:this|it|these|them
    |the\ \w+\ ?\w*)(?:\ \w+)?\ (?:for(?!\ (?:\w+\ )?(?:seconds?|moments?|counts?)\b)
    |as\ (?:a|an|part|your|the|one|accessory|assistance|main)\b
    |in\ (?:your|a|the)\ (?:session|workout|warm|program|routine|training|plan|beginning|off)|into
    |on\ (?:a\ |your\ |the\ )?(?:\w+\ )?days?|before|after|near|toward|first|last|early|late|completely|out(?!\ of))\b
    |pairs?\ (?:it\ |this\ |them\ |these\ )?(?:\w+\ )?(?:up\ )?(?:well\ |nicely\ )?with
    |works?\ (?:best|well|great|nicely|wonderfully|beautifully)\ (?:as|in|at|when|with|for|after|before
    |towards?)
    |best\ (?:used|placed|done|as|suited|kept|saved|trained|programmed
    |performed\ (?:as|at|after|before|early|late|with\ (?:high|low|light|moderate)))
    |(?:great|good|terrific|excellent|perfect|ideal|brilliant|nice|useful|beneficial|handy|superb|fantastic|fine
    |staple|effective|valuable|wonderful|smart|solid|convenient|safe)(?:\ \w+)?\ (?:choice|option|way\ to
    |exercise\ (?:for|to|during|on)|tool|addition|finisher|primer|to\ incorporate|to\ include|during
    |as\ (?:a|an|part)
    |for\ (?:building|conditioning|warming|rehab|sprinters|athletes|anyone|beginners|developing|improving
    |strength|power|hypertrophy|endurance))|you'll\ get\ more\ out\ of\ this
    |to\ (?:progress|increase\ the\ difficulty|make\ (?:it|this)\ (?:harder|more\ (?:difficult
    |challenging)))
    |staple|carr(?:y|ies)\ over\ to|carryover|transfers?\ (?:well\ |directly[ ]
    |nicely\ )?to
    |prioriti[sz]e\ (?:this|it|them)|alternate\ (?:it|this|between(?!\ (?:the\ )?(?:arms|legs|sides|hands|feet))|with
    |them)|rotate\ (?:it|this|them|between))
    """,
    re.VERBOSE,
)
CLAUSE = re.compile(
    r"""
    \b(?=\w)(?:goals?
    |you(?:'re|\ are)\ (?:after|training\ (?:for|in|to)|short\ on\ time|using\ this|doing|looking\ to
    |pressed\ for\ time|chasing|trying\ to\ (?:build|gain|grow|lose|improve|increase|add))|you\ want
    |you(?:'d|\ would)\ like|aiming\ for|aim\ is|trying\ to\ (?:build|gain|grow|lose|improve|increase)
    |priority\ is|focus\ is|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weeks?\ (?:out|away)|meet|competition
    |season|you\ can\ (?:do|hold|complete|perform|manage|hit|get|finish|comfortably|easily|do)
    |you(?:'re|\ are)\ able\ to|workout|program\w*|deadlift\ on|squat\ on|all\ (?:your\ )?(?:sets|reps)
    |too\ easy|(?:becomes?|gets?|feels?|is)\ (?:\w+\ )?easy|easy\ enough|time\ is\ (?:short|tight)
    |for\ (?:strength|conditioning|hypertrophy|size|power|endurance|muscle)|failure|progress\w*|stop\ making
    |plateau)\b
    """,
    re.VERBOSE,
)
_OTHERWISE = frozenset({"program", "programs", "programme", "programmes", "progress", "progresses", "progressing"})
# A machine's program, and progress over the ground.
_NOT_A_PLAN = re.compile(
    r"""
    \b(?:(?:select|choose|pick|start)\ (?:a|an|the|your)\ (?:\w+\ )?programm?e?s?\b|manual\ (?:setting|mode)
    |progress(?:es|ing)?\ (?:by\ \w+ing\ (?:through|with)|(?:up\ )?(?:to|onto)\ (?:one|your|both|the)\ (?:knee|feet
    |foot|hand)))
    """,
    re.VERBOSE,
)
_PLAN_WORDS = members(PLAN)
_HINT_WORDS = members(PLAN_HINT)
ENOUGH = 2
_HINTS = 3  # hints of different kinds that count as one telling sign


def programming(told: Told) -> Reading | None:
    """The tip as one about a plan, or None: one telling sign, or a weaker one with several hints."""
    families, lower = told.marks, told.lower
    if not families & (PLAN | PLAN_HINT):
        return None
    evidence, score = _telling(told)
    if score < ENOUGH:
        evidence, score = _hinting(told)
    if score < ENOUGH or evidence is None:
        return None
    return Reading(TipKind.PROGRAMMING, evidence, goals=tuple(goals_named(lower)))


def _telling(told: Told) -> tuple[Span | None, int]:
    known = told.words & _PLAN_WORDS
    if known and not (known <= _OTHERWISE and _NOT_A_PLAN.search(told.lower)):
        first = min(known, key=told.lower.find)
        at = told.lower.find(first)
        return (at, at + len(first)), ENOUGH
    if known:
        return None, 0
    found = _STRONG.search(told.lower) or _NUMBERS.search(told.lower)
    return found.span() if found else None, ENOUGH * (found is not None)


def _hinting(told: Told) -> tuple[Span | None, int]:
    """The weaker signs: a place in a session, a goal as the condition, hints in company."""
    lower, hints = told.lower, _hints(told.words)
    evidence, score = None, 0
    place = _PLACE.search(lower)
    if place:
        evidence, score = place.span(), 1 + (hints > 0)
    clause = CLAUSE.search(lower, *told.conditional.clause) if told.conditional else None
    if clause:
        evidence, score = evidence or clause.span(), score + 1
    return evidence, score + (score == ENOUGH - 1 and hints >= _HINTS)


def _hints(words: Iterable[str]) -> int:
    """How many different words hint at a plan."""
    return len(_HINT_WORDS.intersection(words))
