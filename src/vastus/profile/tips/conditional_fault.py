"""Faults told as a condition: "if the bar drifts, tighten the lats"."""

import re

from vastus.domain.exercise import TipKind
from vastus.profile.conditionals import Conditional, actions, trimmed
from vastus.profile.tips.lexicon import TROUBLE, marks
from vastus.profile.tips.programming import CLAUSE
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.remedies import DIAGNOSIS, DIAGNOSIS_HEAD, WILL, add_causes, add_remedies
from vastus.profile.tips.told import Told
from vastus.profile.tips.trouble import is_mishap, is_trouble

PERCEIVED = re.compile(
    r"""
    you(?:'ll|'re|\ will|\ do|\ may|\ might|\ can)?\ (?:ever\ |also\ |often\ |start\ to\ |begin\ to[ ]
    |sometimes\ )?(?:find|finding|notice|noticing|see|seeing|catch|catching|discover|reali[sz]e|observe
    |experience|hear)(?:\ that|\ yourself)?\s+(?:that\ )?
    """,
    re.VERBOSE,
)
# A condition of use, not of trouble.
_HELPFUL = re.compile(
    r"""
    (?:it\ helps|you\ like|possible|necessary|needed
    |you\ (?:find|hit|reach|come\ across)\ (?:a|any)\ (?:tender|sore|tight|painful|sensitive)
    |you(?:'re|\ are)\ (?:holding(?!\ your\ breath)|using|doing|performing|working|standing|wearing|in|at|on
    |training|looking|feeling\ (?:good|strong|confident))\b|using|performing|doing|standing|reaching|lowering
    |pressing|pulling
    |(?:it|this|that|the\ \w+|your\ \w+)\ (?:does|do|is|are)(?:n't|\ not)\ (?:\w+\ )?(?:bother|hurt|caus|irritat
    |aggravat|pain|uncomfortable|a\ problem)\w*
    |(?:the|your)\ (?:\w+\ ){1,3}?(?:allows?|permits?)\b
    |you\ (?:want|wish|need|choose|decide|have\ access|can\ (?!'t)|do\ (?:this|it|them)
    |feel\ (?:good|strong|confident|comfortable|ready|fresh|the\ (?:\w+\ ){0,2}(?:stretch|contraction|squeeze|tension)
    |a\ (?:good|deep|strong|light|gentle|mild|slight)\ stretch|tension
    |your\ (?:\w+\ )?(?:stretch|engage|contract))|reach|press|pull|lower|stand|push|step|start|begin|descend
    |ascend|grip|set)\b|the\ (?:leg|arm|weight|bar|bell)\ (?:extends|goes|is|reaches|passes))
    """,
    re.VERBOSE,
)
_TIMES = ("when", "whenever", "once", "where", "as soon as", "the moment", "the minute", "the second")
_SUBJECT = re.compile(
    r"""
    (?:the|your|one|both|either|only|that|it|this|a|an|you\ (?:can't|cannot|struggle|feel|lose|find)|[a-z]+s)\b
    """,
    re.VERBOSE,
)
_NEVER = ("unless", "in case")


# What only points back to the sign: "if that happens".
_BACK = re.compile(
    r"""
    (?:so|not|(?:this|that|it)\ (?:happens|occurs)|you\ (?:do|catch\ yourself\ doing\ (?:it|this|that)))\b
    """,
    re.VERBOSE,
)


_KNOWN = re.compile(r"you(?:'ll| will| can tell)(?: know)? (?:that )?|you know (?:that )?")
_DONE = re.compile(
    r"""
    you(?:'ve|\ have)\ (?!to\b)|the\ \w+\ (?:is|are|has|have)\ (?:probably\ |likely\ )?(?:too|gone|been)\b
    """,
    re.VERBOSE,
)
_PLANNED = re.compile(r"\b(?=\w)(?:per week|a week|sets|reps)\b")
_WANTED = re.compile(r"\b(?=\w)(?:should|must|can|may|will help|stays?|best|better|great|good)\b")


def _of_trouble(told: Told, *, is_leading: bool) -> Conditional | None:
    """The tip's condition, unless it is one of use or of plan."""
    conditional, lower = told.conditional, told.lower
    if not conditional or conditional.word in _NEVER or conditional.is_leading() != is_leading:
        return None
    clause = conditional.clause
    if _HELPFUL.match(lower, *clause) or _BACK.match(lower, *clause) or CLAUSE.search(lower, *clause):
        return None
    return conditional


def conditioned_fault(told: Told) -> Reading | None:
    """As in "If the bar drifts forward, tighten the lats"."""
    conditional = _of_trouble(told, is_leading=True)
    return _leading(told, conditional) if conditional else None


def trailing_fault(told: Told) -> Reading | None:
    """As in "Lower the weight if the bar drifts"."""
    conditional = _of_trouble(told, is_leading=False)
    return _trailing(told, conditional) if conditional else None


def _trailing(told: Told, conditional: Conditional) -> Reading | None:
    """As in "You're probably going too heavy if …", "lower the weight if …"."""
    lower = told.lower
    if not _is_troubled(told, conditional):
        return _resulting(told, conditional)
    if _PLANNED.search(lower, *conditional.main):
        return None
    perceived = PERCEIVED.match(lower, conditional.clause[0])
    sign_start = perceived.end() if perceived else conditional.clause[0]
    reading = Reading(TipKind.FAULT, conditional.clause, sign=trimmed(lower, sign_start, conditional.clause[1]))
    main = (max(conditional.main[0], told.start), conditional.main[1])
    known = _KNOWN.match(lower, *main)
    diagnosis = DIAGNOSIS_HEAD.match(lower, *main)
    if known:
        add_causes(reading, lower, known.end(), main[1])
    elif diagnosis or _DONE.match(lower, *main):
        add_causes(reading, lower, diagnosis.end() if diagnosis else main[0], main[1])
    else:
        reading.fixes.extend(actions(lower, *main))
        is_time = conditional.word in _TIMES and not marks(lower, *main) & TROUBLE
        if not reading.fixes and not is_time and not _WANTED.search(lower, *main) and _result(lower, main):
            reading.sign = trimmed(lower, *main)
            reading.causes.append(trimmed(lower, *conditional.clause))
    sentence_end = next((end for _, end in told.sentences if end >= conditional.clause[1]), told.end)
    add_remedies(reading, lower, sentence_end, told.end)
    return reading if reading.causes or reading.fixes else None


_EVENT = re.compile(r"(?:the|your|it(?!(?:'s| is) an? )|a)\b")  # "it's a push, then a pull" tells what the exercise is


def _result(lower: str, main: tuple[int, int]) -> bool:
    """Whether the main clause is itself the trouble: "the ball squirts off as soon as one hand pushes harder"."""
    return is_mishap(lower, *main) and _EVENT.match(lower, *main) is not None


def _resulting(told: Told, conditional: Conditional) -> Reading | None:
    """As in "The ball squirts off sideways as soon as one hand pushes harder"."""
    lower, main = told.lower, conditional.main
    if _WANTED.search(lower, *main) or not marks(lower, *main) & TROUBLE or not _result(lower, main):
        return None
    reading = Reading(TipKind.FAULT, conditional.clause, sign=trimmed(lower, *main))
    reading.causes.append(trimmed(lower, *conditional.clause))
    return reading


def _is_troubled(told: Told, conditional: Conditional) -> bool:
    lower, clause = told.lower, conditional.clause
    if conditional.word in _TIMES:
        return is_trouble(lower, *clause) and _SUBJECT.match(lower, *clause) is not None
    if lower.startswith("you're ", clause[0]) or lower.startswith("you are ", clause[0]):
        return is_trouble(lower, *clause)
    return is_mishap(lower, *clause) or is_trouble(lower, *clause)


def _leading(told: Told, conditional: Conditional) -> Reading | None:
    lower, clause, main = told.lower, conditional.clause, conditional.main
    perceived = PERCEIVED.match(lower, clause[0])
    diagnosed = DIAGNOSIS_HEAD.match(lower, *main)
    if not (_is_troubled(told, conditional) or perceived or diagnosed):
        return None
    is_vague = conditional.word in _TIMES and not (perceived or diagnosed)
    if is_vague and not (actions(lower, *main) or DIAGNOSIS.match(lower, *main)):
        return None
    because = lower.find(" because ", *clause)
    sign = trimmed(lower, perceived.end() if perceived else clause[0], because if because > 0 else clause[1])
    reading = Reading(TipKind.FAULT, (clause[0], main[0]), sign=sign)
    if because > 0:
        add_causes(reading, lower, because + len(" because "), clause[1])
    add_remedies(reading, lower, main[0], told.end)
    if reading.causes or reading.fixes:
        return reading
    if WILL.match(lower, *main):
        reading.sign, reading.causes = trimmed(lower, *main), [sign]
        return reading
    return reading if lower[slice(*main)].rstrip().endswith(":") else None
