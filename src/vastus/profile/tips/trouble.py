"""What goes wrong: whether a stretch of words describes trouble, and what a mistake does to the exercise."""

import re

from vastus.profile.tips.lexicon import AMISS, BODY, FEEL, LOAD, MOTION, TROUBLE, marks

_PHRASE = re.compile(
    r"""
    \b(?=\w)(?:
    # cannot do it
    can't|cannot|can\ not|couldn't|unable|won't|refus\w+|never\ quite|not\ able|struggl\w+|fail\w*|hard\ time
    |trouble|difficult\w*|hard(?:er)?\ to|tough\ to
    |(?:isn't|aren't|not|doesn't|don't|never|barely)\ (?:\w+\ )?(?:mov\w+|work\w*|even|feel\w*|engag\w*|reach\w*
    |stay\w*|level|straight|firing|touch\w*|go|get|keep|hold|budge|roll\w*|balanc\w*|enough)
    # gives out, comes off
    |g(?:ive|ives|iving|ave)\ (?:out|way|up)|t(?:ake|akes|aking)\ over|takes?\ all\ the
    |com(?:e|es|ing)\ (?:up|off|forward|away|loose|apart|out|together|unglued|undone|undone)
    |fall(?:s|ing)?\ (?:forward|over|back\w*|in\w*|out|off|apart|asleep|sideways)
    |lean(?:s|ing)?\ (?:too|forward|back|to|over|sideways|away)|lift(?:s|ing)?\ (?:off|up|before|away)
    |run(?:s|ning)?\ (?:into|away|out)|get(?:s|ting)?\ (?:stuck|away|tired|caught|pulled|in\ the\ way|too)
    |pull(?:s|ed|ing)?\ (?:you|forward|off|out|away|to\ one|your)|end(?:s|ed|ing)?\ up
    |kick(?:s|ing)?\ (?:out|back|up)|shoot(?:s|ing)?\ (?:up|forward|back)|turn(?:s|ing)?\ (?:in\w*|out\w*|into)
    |roll(?:s|ing)?\ (?:in\w*|forward|off|out\w*|toward\w*|over|back)|stick(?:s|ing)?\ (?:out|up)
    |ben(?:d|ds|ding|t)\ (?:forward|in\w*|over|back)|burn(?:s|ing|t)?\ out|tens(?:e|es|ing)\ up|seiz\w*\ up
    |tighten\w*\ up|lock(?:s|ing)?\ up|hold(?:ing)?\ your\ breath|loop(?:s|ing)|arch(?:es|ing)|ris(?:e|es|ing)\b
    |hik(?:e|es|ing)|shift(?:s|ing)|rotat(?:es|ing)|drop(?:s|ping)|travel\w*|lag\w*
    |cut(?:s|ting)?\ (?:the|short|your)|go(?:es|ing)?\ (?:wrong|numb|dead|soft|slack|too)
    # feels it in the wrong place
    |feel(?:s|ing)?\ (?:it|this|that|them|the|a|any|your|more|most|like|sharp|only|strain|pressure|pain|nothing
    |off|\w+\ (?:\w+\ )?(?:in|on|at)\b)|only\ feel|wrong\ place|(?:only|mostly|mainly)\ in\b
    # too much, too early
    |too\ (?!little\ to)\w+|before\ (?:the|your|it|they|you|its)|first\b|ahead\ of|faster\ than|sooner\ than
    |earlier\ than|more\ than|more\ (?:like|of)\ a|instead\ of|rather\ than|to\ one\ side|side\ to\ side
    |off\ balance|out\ of\ (?:position|line|control|alignment|the\ groove)|all\ over|far\ from
    |pins\ and\ needles|on\ fire|no\ (?:burn|tension|stretch)|lack(?:s|ing)?\ |los(?:e|es|ing|s)\b|loss\ of
    |miss(?:es|ing)\b)\b
    """,
    re.VERBOSE,
)


HARM = re.compile(
    r"""
    \b(?=\w)(?:
    # takes work away
    robs?|robbing|steals?|wast(?:e|es|ing)|kills?|defeat(?:s|ing)?|removes?|negates?|undermines?|diminish\w*
    |sacrific\w+
    |reduc(?:e|es|ing)\ (?:the\ |your\ |how\ )?(?:\w+\ )?(?:tension|range|effect\w*|activation|work|stimulus
    |load|stress|benefit\w*|power|force|demand|involvement|amount|stability|much|time)
    |tak(?:e|es|ing)\ (?:the\ |your\ |all\ |some\ |away\ )?(?:\w+\ ){0,3}(?:off|out|away|from)
    |los(?:e|es|ing)\ (?:the\ |your\ |all\ |some\ )?(?:\w+\ )?(?:tension|power|force|tightness|balance|stability
    |position|leverage|benefit\w*|contact|control|height|energy|speed|the)|l(?:ose|oses)\b|leak(?:s|ing)?\b
    |bleed(?:s|ing)?\b|limits?\ (?:the|your|how)|shorten(?:s|ing)?\ the
    |cut(?:s|ting)?\ (?:the|your)\ (?:\w+\ )?(?:range|rep|work)|neglects?
    |mak(?:e|es|ing)\ (?:it\ (?:\w+\ )?(?:harder|easier|difficult|impossible|less|more|tough)|half
    |the\ (?:\w+\ )?(?:harder|easier|less)|you|your|this\ (?:a|into|less))
    |less\ (?:effective|work|tension|stable|efficient)
    # turns it into something else
    |turn(?:s|ing)?\ (?:it|this|a|an|the|your)\b.{0,40}\binto|becom(?:e|es|ing)\ (?:a|an|more\ of|less)
    |shift(?:s|ing)?\ (?:the\ |your\ |some\ |all\ )?(?:\w+\ ){0,3}(?:to|onto|away|off|from|into)
    |sends?\ (?:the\ )?\w+|dumps?\ |transfers?\ |mov(?:e|es|ing)\ (?:the\ )?(?:\w+\ ){1,3}(?:to|onto|away|off)
    |lets\ (?:the\ |your\ )?(?:\w+\ ){1,3}(?:take\ over|do|cheat|off)|takes?\ over|cheats?\b
    |means\ (?:the|your|that|less|you)|relies\ on|uses\ momentum|momentum
    |encourag(?:e|es|ing)\ (?:momentum|cheating|the|your|you)|throws?\ (?:you|off|the)|pull(?:s|ing)?\ you
    |tips?\ you|pitch(?:es)?\ you|knock(?:s)?\ you
    # hurts
    |beats?\ up
    |put(?:s|ting)?\ (?:\w+\ ){0,5}(?:stress|strain|pressure|load|torque|you\ at|at\ risk|in\ a|shear|wear)
    |plac(?:e|es|ing)\ (?:\w+\ ){0,6}(?:poor|stress|strain|bad|vulnerable|risk|compromised|unnecessary|excess\w*
    |undue|pressure|load|position)|stress(?:es|ing)|strain(?:s|ing)?\b|overextends?|hyperextends?|overloads?
    |compromis\w+|invit(?:e|es|ing)|ruins?|aggravat\w+|irritat\w+|jams?\b|grinds?\b|wears?\b|hurts?\b|injur\w+
    |damag\w+|compress\w*|pinch\w*|impinge\w*|risks?\b
    |increas(?:e|es|ing)\ (?:the\ |your\ )?(?:risk|stress|strain|shear|chance|pressure|likelihood)|unnecessary
    |undue|excess(?:ive)?\ (?:stress|strain|pressure|load)|hard\ on\ (?:the|your)|causes?\b|causing\b|leads?\ to
    |leading\ to|results?\ in|resulting\ in|tends?\ to|that's\ the
    |is\ (?:the\ body|the\ torso|momentum|your\ body)|leaves?\ (?:the|your|you)|won't|prevents?\b|stops\b
    |forc(?:e|es|ing)\ (?:the|your|you)|set(?:s|ting)?\ you\ up\ for|flares?|destabili[sz]\w*
    |does\ (?:nothing|little|no)|doesn't|does\ not|only\ (?:tires|works|makes))\b
    """,
    re.VERBOSE,
)


def is_trouble(lower: str, start: int, end: int) -> bool:
    """Whether the stretch says that something goes wrong, by its words alone."""
    return marks(lower, start, end) & TROUBLE != 0 or _PHRASE.search(lower, start, end) is not None


def is_mishap(lower: str, start: int, end: int) -> bool:
    """Whether the stretch says that a body part or the load does something unasked, as "your hips rise"."""
    families = marks(lower, start, end)
    if families & TROUBLE:
        return True
    if families & (BODY | LOAD) and families & MOTION:
        return True
    return families & (FEEL | AMISS | MOTION) != 0 and _PHRASE.search(lower, start, end) is not None
