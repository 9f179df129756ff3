"""Faults told as a mistake: called one, ascribed to people, or forbidden with its consequence."""

import re

from vastus.domain.exercise import TipKind
from vastus.profile.conditionals import is_order, orders_behind, trimmed
from vastus.profile.tips.complaint import sign_end
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.remedies import add_remedies
from vastus.profile.tips.told import Told
from vastus.profile.tips.trouble import HARM, is_mishap, is_trouble

_COMMON = r"""
    (?:(?:very|most|more|by\ far|probably|perhaps|single|a|the|one|of|other|another|really|pretty)\ )*(?:common
    |frequent|typical|classic|big(?:gest)?|usual|frequently\ seen|rookie|number\ one|main|easy|fatal|bad|worst
    |cardinal|beginner|key|primary)
"""
_FAULT = r"(?:mistakes?|errors?|faults?|problems?|flaws?|issues?|pitfalls?|sins?|habits?|cheats?)"
_MISTAKE = re.compile(
    rf"""
    (?:
    # a common mistake is …
    (?:(?:a|the|one|another|some|probably|perhaps|by\ far|one\ of\ the|two
    |few)[,\ ]+)*(?:{_COMMON}[,\ ]+)+{_FAULT}(?:\ (?:here
    |(?:in|with|on|during|of|for)\ (?:this|the|most|these)(?:\ \w+){{0,3}}
    |(?:that\ |which\ )?(?:people|beginners|lifters|trainees|athletes|many|most|i|you)\ (?:\w+\ )?(?:make|see
    |made|have|notice)|is\ seen|to\ (?:avoid|watch\ for|make)|made|among\ \w+))*\ (?:is|are|comes?\ from
    |involves?|being)(?:\ to\b|\ when(?:\ you)?|\ that|\ not|\ people)?
    # it is tempting to …, the tendency is to …
    |(?:it's|it\ is|it\ can\ be|it\ may\ be)\ (?:very\ |so\ |all\ too\ |quite\ |really\ )?(?:easy|tempting
    |common|natural)\ (?:here\ )?(?:to|for\ (?:the|your))
    |(?:the|a|your|there\ is\ a|there's\ a|many\ have\ a|there\ is\ often\ a)\ (?:\w+\ )?(?:temptation|tendency
    |urge|instinct|inclination)\ (?:here\ )?(?:is\ |will\ be\ |(?:for\ \w+\ )?(?:with\ this\ \w+\ )?is\ )?(?:to
    |for\ (?:the|your))|you\ (?:may|might|will)\ be\ tempted\ to|you'll\ be\ tempted\ to
    # watch out for …
    |(?:watch\ (?:out\ )?for|beware\ of|be\ careful\ not\ to|be\ wary\ of|guard\ against|look\ out\ for
    |resist\ the\ (?:urge|temptation)\ to|fight\ the\ (?:urge|temptation|tendency)\ to
    |don't\ fall\ into\ the\ trap\ of|don't\ make\ the\ mistake\ of
    |avoid\ the\ (?:common\ )?(?:mistake|temptation|tendency|error)\ (?:of|to)))\s+
    """,
    re.VERBOSE,
)
_CALLED = re.compile(
    rf"(?P<sign>[^.;:]{{8,100}}?)\ (?:is|are)\ {_COMMON}(?:est)?\ {_FAULT}\b(?P<rest>[^.;–—]*)", re.VERBOSE
)
_PEOPLE = re.compile(
    r"""
    (?:(?:with|in|on)\ (?:the|this)\ [^,]{3,30},\ |unfortunately,?\ |all\ too\ often,?[ ]
    |because\ [^,]{3,60},\ )?(?:i\ (?:often\ |frequently\ )?see\ )?(?:(?:too\ |so\ )?(?:many|most|some
    |a\ lot\ of|plenty\ of|lots\ of|the\ majority\ of|nearly\ all|(?:nine|eight|seven)\ (?:out\ of|in)\ ten
    |half\ (?:the|of)|countless|a\ number\ of|a\ few)\ (?:of\ (?:the|you)\ )?(?:new\ |novice\ |inexperienced[ ]
    |beginner\ )?(?:lifters|people|trainees|athletes|beginners|folks?|gym-?goers|women|men|us|guys|individuals
    |novices|newbies|clients|of\ us)|people|lifters|(?:new\ )?beginners|novices|newbies|trainees|everyone
    |everybody|newer\ lifters
    |new\ lifters)(?P<habit>(?:\ (?:often|tend\ to|will|would|make\ the\ mistake\ of|like\ to|also|usually|just
    |are\ guilty\ of|end\ up|have\ a\ (?:habit|tendency)\ (?:of|to)|commonly|frequently|mistakenly|incorrectly
    |wrongly|instinctively|unconsciously|naturally|want\ to|start\ to|try\ to|only|simply|who\ \w+))*)\s+
    """,
    re.VERBOSE,
)
_CORRECTION = re.compile(r"\b(?=\w)(?:instead|fix it|to fix|correct this|rather|the fix|should)\b")
_PREFERENCE = re.compile(
    r"(?:prefer|find|like|do better|need|should|can|may|might|benefit|will (?:find|want|need|do|benefit))\b"
)
_FILLER = re.compile(r"(?:[\s,.;–—-]|and\b|so\b|but\b|then\b)*")
_FORBID = re.compile(
    r"""
    (?:don't|do\ not|avoid|never|try\ not\ to|refrain\ from|be\ careful\ not\ to|stop
    |you\ (?:should\ not|shouldn't|don't\ want\ to)|do\ your\ best\ not\ to|resist\ the\ urge\ to
    |there's\ no\ need\ to|no)\s+(?:ever\ )?(?:let(?:ting)?\ (?=the|your|it)|allow(?:ing)?\ (?=the|your|it))?
    """,
    re.VERBOSE,
)
_LET = re.compile(r"let(?:ting)? |allow(?:ing)? ")
_OR_ELSE = re.compile(
    r"""
    [,;.–—]?\s+(?:or\ (?:else\ )?(?:you(?:'ll|\ will|\ risk|'re)|it(?:'ll|\ will)|(?=the\ |your\ |they\ ))
    |otherwise,?\ |and\ you(?:'ll|\ will)\ |and\ (?=(?:the|your|it)\ )|lest\ )
    """,
    re.VERBOSE,
)
_BECAUSE = re.compile(
    r"""
    ,?\ (?:as\ (?:this|it|that|doing\ so|they|you|the)|because|since|which
    |or\ (?:else\ )?you(?:'ll|\ will|\ risk)|so)\b|[.;–—-]\ ?(?:this|that|it|doing\ so|doing\ this|that's|you'll
    |otherwise|the|[a-z]+ing|they|these)\b|\ [–—][ ]
    """,
    re.VERBOSE,
)
_TOO = re.compile(
    r"""
    (?:too\ (?:much|many|little|far|fast|wide|narrow|high|low|heavy|few|long|short|close|deep|big|large|steep)
    |going\ too|any\ more|more\ than|excessive)\b
    """,
    re.VERBOSE,
)
_GERUND = re.compile(r"(?:letting |allowing |not |too |going |over-?)?(?:[a-z-]+ing)\b")
_SUBJECT_GERUND = re.compile(r"(?:the |your |an? )?(?:\w+ ){1,2}[a-z]+ing\b")
_TOO_SUBJECT = re.compile(
    r"""
    (?:an?\ |having\ |using\ |taking\ |going\ |with\ )?(?:too\ |overly\ |excessively\ |excessive\ )\w+[ ]
    """,
    re.VERBOSE,
)
# What a coach recommends, with an effect that is wanted: no mistake.
_WANTED = re.compile(
    r"""
    (?:adding|using|keeping|performing|doing|squeezing|pausing|placing|putting|utili[sz]ing|focusing|exhaling
    |breathing|having|bracing|working|holding|maintaining|starting|setting|gripping|driving|engaging|tucking
    |thinking|wearing|pulling|pushing|controlling|elevating|raising|standing|turning|rotating|slowing|widening
    |narrowing|changing|varying|learning|being|warming|training|imagining|alternating|during|bring(?:ing)?
    |position\w*|pointing|spreading|externally|internally|slightly|taking|leaning|bending|lowering|looking
    |moving|including|incorporating|programming|combining|mastering|practi[cs]ing|increasing|attaching|wrapping
    |mixing|switching|keep|spring|string|ring|evening|morning|training|nothing|anything|everything|something)\b
    """,
    re.VERBOSE,
)
_BADLY = re.compile(
    r"""
    \b(?=\w)(?:too|without|instead\ of|rather\ than|off|only|on\ your|past|over|unevenly|excessively|behind|away
    |momentum|swing|cheat|jerk)\b
    """,
    re.VERBOSE,
)
_FAR_FROM_SUBJECT = 110


_DONE_SO = re.compile(r"(?P<sign>[^.;]+)[.;,] ?(?:if (?:you do|so|that happens|it does|they do)|when you do)[, ]+")
_WATCHED = re.compile(
    r"""
    (?:watch|see|make\ sure|ensure|check
    |be\ sure)(?:\ to\ it)?(?:\ that)?\ (?P<sign>(?:the|your)\ [^.;,]*\b(?:doesn't|don't|does\ not|do\ not|isn't
    |aren't)\b[^.;,]*)[.;,–—]\ ?(?:if|when)\ (?:it|they)\ (?:do(?:es)?|is|are|happens),?[ ]
    """,
    re.VERBOSE,
)
_REPLACED = re.compile(
    r"""
    (?:rather\ than|instead\ of
    |in\ place\ of)\s+(?P<sign>[a-z-]+ing\b[^,;.]{3,90}?)(?P<which>,\ which\ (?P<why>[^,;.]+))?,\ (?=[a-z])
    """,
    re.VERBOSE,
)


def mistaken(told: Told) -> Reading | None:
    """As in "A common mistake is …", "… is the most common error"."""
    lower = told.lower
    start, end = told.sentences[0]
    mistake = _MISTAKE.match(lower, start)
    if mistake:
        stop = sign_end(lower, mistake.end(), end)
        reading = Reading(TipKind.FAULT, mistake.span(), sign=trimmed(lower, mistake.end(), stop))
        add_remedies(reading, lower, stop, told.end, expected=True)
        return reading if reading.fixes or reading.causes or HARM.search(lower, stop) else None
    called = _CALLED.match(lower, start)
    if called:
        reading = Reading(TipKind.FAULT, called.span(), sign=trimmed(lower, *called.span("sign")))
        add_remedies(reading, lower, called.end(), told.end, expected=True)
        return reading if reading.fixes or reading.causes else None
    return None


def habitual(told: Told) -> Reading | None:
    """As in "Many lifters turn the swing into a squat. …"."""
    lower = told.lower
    start, end = told.sentences[0]
    people = _PEOPLE.match(lower, start)
    if not people or not lower[people.end() : people.end() + 1].isalpha():
        return None
    stop = sign_end(lower, people.end(), end)
    is_corrected = _CORRECTION.search(lower, stop) or HARM.search(lower, stop)
    if not (is_corrected or _has_order(told, stop)) or not _is_wrong(told, people, stop):
        return None
    comma = lower.find(",", people.end(), stop)
    reading = Reading(TipKind.FAULT, people.span(), sign=trimmed(lower, people.end(), stop if comma < 0 else comma))
    add_remedies(reading, lower, stop, told.end)
    return reading if reading.fixes or HARM.search(lower, stop) else None


def _is_wrong(told: Told, people: re.Match[str], stop: int) -> bool:
    """Whether what people do is told as something wrong: a habit, or trouble, or set right at once."""
    return not _PREFERENCE.match(told.lower, people.end(), stop) and "prefer" not in people["habit"]


def _has_order(told: Told, stop: int) -> bool:
    lower = told.lower
    opening = _FILLER.match(lower, stop)
    at = opening.end() if opening else stop
    return is_order(lower, at, told.end)


def forbidden(told: Told) -> Reading | None:
    """As in "Don't …, or you'll …": a prohibition with what follows from breaking it."""
    forbid = _FORBID.match(told.lower, told.sentences[0][0])
    found = _or_else(told, forbid) or _watched(told)
    if found or not forbid:
        return found
    return _done_so(told, forbid) or _because(told, forbid)


def _or_else(told: Told, forbid: re.Match[str] | None) -> Reading | None:
    """As in "don't …, or you'll …", "too much … and you'll …", "…; otherwise …"."""
    lower, start = told.lower, told.sentences[0][0]
    is_too = _TOO.match(lower, start) is not None
    if not (forbid or is_too or "otherwise" in told.words):
        return None
    or_else = _OR_ELSE.search(lower, start)
    if not or_else or (not is_too and " and " in or_else.group()) or not _sounds_bad(lower, or_else.end(), told.end):
        return None
    reading = Reading(TipKind.FAULT, or_else.span(), sign=trimmed(lower, or_else.end(), told.end))
    if forbid or is_too:
        reading.causes.append(trimmed(lower, _done(forbid) if forbid else start, or_else.start()))
    else:
        add_remedies(reading, lower, start, or_else.start())
    return reading if reading.causes or reading.fixes else None


def _done(forbid: re.Match[str]) -> int:
    """Where the forbidden deed begins; "let" belongs to it."""
    let = _LET.search(forbid.group())
    return forbid.start() + let.start() if let else forbid.end()


def _watched(told: Told) -> Reading | None:
    """As in "watch that the knee doesn't drift; if it does, …"."""
    watched = _WATCHED.match(told.lower, told.sentences[0][0])
    if not watched:
        return None
    reading = Reading(TipKind.FAULT, watched.span(), sign=trimmed(told.lower, *watched.span("sign")))
    add_remedies(reading, told.lower, watched.end(), told.end)
    return reading if reading.fixes else None


def _done_so(told: Told, forbid: re.Match[str]) -> Reading | None:
    """As in "you shouldn't …. If you do, …"."""
    done = _DONE_SO.match(told.lower, forbid.end())
    if not done:
        return None
    reading = Reading(TipKind.FAULT, (forbid.start(), done.end()), sign=trimmed(told.lower, *done.span("sign")))
    add_remedies(reading, told.lower, done.end(), told.end)
    return reading


def _because(told: Told, forbid: re.Match[str]) -> Reading | None:
    """As in "avoid …, as this …": a prohibition with the harm that it spares."""
    because = _BECAUSE.search(told.lower, forbid.end())
    if not because or not HARM.search(told.lower, because.start()):
        return None
    reading = Reading(TipKind.FAULT, because.span(), sign=trimmed(told.lower, forbid.end(), because.start()))
    add_remedies(reading, told.lower, because.end(), told.end)
    return reading


def _sounds_bad(lower: str, start: int, end: int) -> bool:
    return is_mishap(lower, start, end) or is_trouble(lower, start, end) or HARM.search(lower, start, end) is not None


def replaced(told: Told) -> Reading | None:
    """As in "Rather than yanking the handle, which only tires the forearms, …"."""
    found = _REPLACED.match(told.lower, told.sentences[0][0])
    if not found or not (found["which"] or is_trouble(told.lower, *found.span("sign"))):
        return None
    if not is_order(told.lower, found.end(), told.end):
        return None
    reading = Reading(TipKind.FAULT, found.span(), sign=trimmed(told.lower, *found.span("sign")))
    add_remedies(reading, told.lower, found.end(), told.end)
    return reading


def harmful(told: Told) -> Reading | None:
    """As in "Bouncing out of the bottom robs the calves of work"."""
    lower = told.lower
    start, end = told.sentences[0]
    subject = _GERUND.match(lower, start) or _TOO_SUBJECT.match(lower, start) or _SUBJECT_GERUND.match(lower, start)
    harm = HARM.search(lower, subject.end(), end) if subject else None
    if not subject or not harm or harm.start() - start > _FAR_FROM_SUBJECT:
        return None
    if is_order(lower, start, end) or orders_behind(lower, start, end):
        return None
    is_wanted = _WANTED.match(lower, start) and not harm.group().startswith("turn")
    if is_wanted and not _BADLY.search(lower, start, min(end, start + 60)):
        return None
    if subject.re is _SUBJECT_GERUND and not is_mishap(lower, start, harm.start()):
        return None
    reading = Reading(TipKind.FAULT, harm.span(), sign=trimmed(lower, start, harm.start()))
    add_remedies(reading, lower, harm.end(), told.end)
    return reading
