"""Individual tips: what to do depends on the person's build, mobility, habits, taste, experience, age or history."""

import re

from vastus.domain.exercise import TipKind
from vastus.domain.page import Span
from vastus.profile.conditionals import actions, trimmed
from vastus.profile.tips.lexicon import PEOPLE, PREFERENCE, TRAIT
from vastus.profile.tips.phrase import Phrase
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.told import Told

_DEGREE = r"""
    (?:(?:a|an|the|of|some|any|more|less|most|very|really|quite|rather|fairly|pretty|naturally|relatively
    |particularly|especially|somewhat|extremely|overly|just|still|already|also|bit|little|little\ bit|touch|too
    |unusually|generally|currently|on|side|got|really|physically|been|always|never|not|n't)\ )*
"""
_BODY = r"""
    (?:ankles?|hips?|shoulders?|wrists?|elbows?|knees?|backs?|lower\ back|upper\ back|spine|neck|hamstrings?
    |calves|calf|quads?|pecs?|lats|arms?|legs?|torso|trunk|femurs?|shins?|thighs?|hands?|fingers?|thumbs?|feet
    |foot|forearms?|grip|glutes|adductors|abductors|hip\ flexors?|t-?spine|thoracic\ spine|limbs?|chest|ribcage
    |pelvis|joints?|body|heels?|arches|core|groin|traps|limbed|levers?|achilles|soleus|posture|toes|big\ toes?
    |frame|palms|skin)
"""
_STATE = r"""
    (?:stiff|tight|long|longer|short|shorter|limited|mobile|immobile|inflexible|flexible|supple|weak|weaker
    |strong|stronger|sensitive|flat|broad|wide|wider|narrow|small|smaller|large|larger|big|bigger|cranky|creaky
    |achy|arthritic|hypermobile|restricted|loose|lax|unstable|prone\ to|used\ to|not\ used\ to|healthy|dominant
    |sweaty|short\ in\ relation|long\ in\ relation|proportionally|proportionately)
"""
_WHAT_ONE_IS = r"""
    (?:tall(?:er)?|short(?:er)?\b(?!\ (?:of|on))|long(?:er)?|lanky|lankier|stocky|petite|broad(?:er)?
    |big(?:ger)?|large(?:r)?|small(?:er)?|lean(?:er)?|bulky|heav(?:y|ier)(?!\ (?:weight|load))
    |light(?:er)?\ (?:person|lifter|athlete)|overweight|muscular|new(?:er)?\b(?!\ weight)|novice|beginner
    |complete\ beginner|intermediate|advanced|experienced|inexperienced|hypermobile|double-jointed|old(?:er)?
    |young(?:er)?|over\ (?:\d\d|forty|fifty|sixty|seventy)|under\ (?:\d\d|eighteen)|in\ your|flexible|inflexible
    |stiff(?:er)?|tight|mobile|strong(?:er)?\ enough|strong\b|weak(?:er)?|left-handed|right-handed|flat-footed
    |prone\ to|built|limited|restricted|deconditioned|untrained|out\ of\ shape|unfit|returning|coming\ (?:back
    |from|off)|lacking|short\ (?:on|of)\ (?:\w+\ )?(?:mobility|flexibility)|comfortable\ with|used\ to
    |accustomed\ to|unaccustomed|nervous|confident|a\ (?:runner|cyclist|swimmer|woman|man|desk\ worker|dancer
    |climber|sprinter|lefty)|someone\ who|the\ (?:type|kind|sort)|someone\ with|sedentary|rusty|naturally
    |habitual\w*|struggling\ with\ (?:\w+\ )?(?:mobility|flexibility)|sensitive|asymmetrical|just\ (?:starting
    |getting)\ (?:out|started)|(?:just\ )?starting\ out|rehabbing|recovering|dealing\ with|blessed\ with
    |working\ with\ (?:limited|tight|stiff))
"""
_TRAIT = re.compile(
    rf"""
    # you are tall
    \b(?=\w)(?:(?:you(?:'re|\ are)
    |(?:someone|somebody|he|she|they|a\ person|the\ (?:lifter|athlete|client|trainee)|lifters?|athletes?
    |clients?|who|person)\ ?(?:'s|'re|is|are))\ {_DEGREE}{_WHAT_ONE_IS}\b
    # you have long legs, a history of …
    |\b(?:you|someone|somebody|they|a\ person|who|he|she|people|lifters?|athletes?|clients?|those)(?:'ve|\ have
    |'s|\ has|\ exhibits?|\ presents?(?:\ with)?|\ shows?|\ displays?|\ demonstrates?|\ carry
    |\ carries)(?!\ (?:access|to\ ))\ {_DEGREE}(?:{_STATE}|good|better|poor|great|excellent|decent|full|bad
    |dodgy|iffy|troublesome|problematic|delicate|wonky|previous|past|old|prior|existing|pre-?existing|chronic
    |history|background|extension|flexion|anterior|posterior|lordotic|kyphotic|arthritic|anything|mobility
    |flexibility|injur\w+|experience|years?|five\ years|several\ years|a\ few\ years
    |trouble\ (?:with|in|getting)|problems?\ (?:with|in)|issues?\ (?:with|in)
    |(?:{_BODY}|shoulder|knee|wrist|ankle|elbow|hip|mobility)\ (?:problem|issue|trouble|pain|limitation
    |restriction|mobility|complaint)s?|narrower|your\ weight|arms|legs|femurs
    |an?\ (?:injury|issue|arch|old|long|short)|scoliosis|flat\ feet)\b
    # you had, broke, dislocated
    |\b(?:you|who|someone|they)(?:'ve|\ have|'s|\ has)?\ (?:had\b|ever\ had|got\ a\ history|previously
    |recently\ had|never\ (?:done|lifted|trained|tried|squatted|used)|dislocated|broken|torn|sprained|injured
    |hurt\ your|five\ years|years)
    # you tend to, prefer, lack
    |\b(?:you|who|someone|they|those|he|she)\ (?:naturally\ |usually\ |often\ |generally\ |already\ |just[ ]
    |personally\ |really\ |simply\ )*(?:tends?|incline|prefers?|sits?\ (?:at|all|for|most|a\ lot|too)|lacks?\b
    |suffers?|presents?|carry|carries|spends?|come\ from|live\ with|wear|wears|enjoy|sweat|play
    |run\ (?:a\ lot|regularly)|cycle|work\ at
    |like)(?!\ (?:the\ (?:weight|bar)|access|(?:a\ )?(?:dumbbell|kettlebell|bar|barbell|band|sled|rack|bench)
    |(?:to\ |the\ )?(?:feel|challenge)))\b|\bprefer\ (?:to|an?|the)\b
    # your ankles are stiff
    |\byour\ (?:\w+\ ){{0,2}}?{_BODY}(?:\ mobility|\ flexibility)?(?:'s|'re|\ is|\ are|\ feels?|\ tend\ to\ be
    |\ happen\ to\ be)\ {_DEGREE}{_STATE}\b|\byour\ (?:\w+\ ){{0,2}}(?:mobility|flexibility|build|anatomy
    |structure)\ (?:is|allows|doesn't|won't|limits|permits|isn't)|\bone\ (?:side|leg|arm|hip|shoulder|ankle
    |calf)\ is\ (?:\w+\ )?(?:tighter|weaker|stronger|stiffer|longer|shorter|tight|weak|stiff)\b
    # extension bias, limited mobility
    |\bhistory\b[^.]{{0,12}}:|\bhistory\ of\b|\b(?:extension|flexion|anterior|posterior)\ (?:bias|tilt)\b
    |\b(?:limited|poor|restricted|good|great|reduced)\ (?:\w+\ )?(?:mobility|flexibility)\b
    |\black\ (?:of\ )?(?:the\ )?(?:\w+\ ){{0,2}}(?:mobility|flexibility)\b
    |\bgetting\ .{{3,40}}\ is\ (?:a\ struggle|hard|difficult)\ for\ you\b|\b(?:long|short)\ in\ the\ (?:femur
    |torso|leg|arm)s?\b|\b(?:runs?\ in\ your\ family)\b|\byou\ (?:can't|cannot|can\ not|aren't\ able\ to
    |don't\ have\ the\ (?:\w+\ ){{0,2}}(?:mobility|flexibility)\ to)\ (?:comfortably|physically)\b
    |\bdon't\ have\ (?:the\ |much\ |enough\ |good\ |great\ )(?:\w+\ ){{0,2}}(?:mobility|flexibility)\b)
    """,
    re.VERBOSE,
)
_DEPENDS = Phrase(
    """
    depend depends depending dependent preference preferences choice matter difference differences individual
    personal personally taste anatomy mobility comfort varies vary differs differ different differently
    everyone's everybody's two dictated determined governed what whatever whichever comfortable feel feels suit
    suits fits fit right no one-size adjust build structure proportions type leverages limb sockets supple
    flexible mobile stiff experienced advanced longer shorter taller stiffer tighter wider broader bigger older
    based according lets let allow allows permit permits tolerate handle one
    """,
    re.compile(
        r"""
            \b(?=\w)(?:
            # depends on your build
            depend(?:s|ing
            |ent)?\ (?:\w+\ )?(?:up)?on\ (?:\w+\ ){0,2}?(?:the\ (?:individual|person|lifter|athlete)|you\b
            |your\b|how\ (?:you|long|tall|stiff|strong|mobile|flexible)|who|where\ your|what\ (?:your|feels)
            |individual|each
            |(?:\w+\ )?(?:mobility|flexibility|anatomy|structure|build|preference|comfort|experience|body\ type
            |limb)|the\ (?:shape|length|size|width|build|structure|height|mobility|flexibility
            |depth)\ of(?!\ the\ (?:\w+\ )?(?:bar|barbell|ball|box|bench
            |band|rack|step|block|platform|machine|handle|plate|rope|sled|tire|stone)\b(?!,\ your\b)))
            |(?:personal|individual|personally)\ (?:preference|choice|matter|difference|taste|anatomy|mobility
            |comfort)s?\b
            |(?:somewhat\ |very\ |quite\ |highly[ ]
            |an?\ )individual\b(?!\ (?:leg|arm|muscle|set|rep|side|finger|head|vertebra))
            |is\ (?:very\ |highly\ |quite\ )?(?:individual|personal)\b
            |(?:varies|vary|differs|differ)\ (?:\w+\ ){0,2}?(?:from\ (?:person|lifter|one)
            |between\ (?:people|lifters|individuals)|with\ (?:your|the\ (?:length|shape|build)|build|limb)|among
            |by\ (?:person|individual|lifter|build))|built\ differently\b|everybody\ is\ different\b
            |everyone\ is\ different\b
            |everyone's\ (?:\w+\ )?(?:hips|anatomy|structure|build|body|shoulders|proportions)\b
            |no\ two\ (?:people|lifters|bodies|pairs)
            # a matter of taste
            |your\ (?:\w+\ )?(?:ankles?|hips?|shoulders?|wrists?|elbows?|knees?|back|spine|hamstrings?|body
            |joints?|mobility|flexibility|anatomy|structure|build)\ (?:lets?|allows?|permits?
            |will\ (?:let|allow|tolerate|permit)|can\ (?:handle|tolerate|take))\b
            |(?:keep|pick|choose|use|find|take)\ the\ one\ (?:that\ |which\ )?(?:you\ (?:like|prefer)|feels?
            |suits?|lets|allows)\b|whatever\ (?:lets|allows)\b
            |what(?:ever)?\ (?:your|feels|suits|works\ (?:best\ )?for\ you|is\ (?:most\ )?comfortable|allows)\b
            |(?:pick|choose|find|use|take|go\ with|experiment\ with)\ (?:\w+\ ){1,5}?(?:that|which|at\ which
            |where)\ (?:\w+\ ){0,4}?(?:feels?|suits?|fits?|is\ (?:most\ )?comfortable|is\ best\ for\ you
            |works\ (?:best\ )?for\ you|your\ \w+\ (?:allow|can|will|permit))\b
            |no\ (?:single\ )?(?:right|one|universal|perfect|correct|ideal|magic
            |one-size\S*)\ (?:or\ wrong\ )?(?:\w+\ ){0,2}?(?:answer|way|width|stance|grip|position|angle|depth
            |height|setup|foot|number|place)\b|one[\ -]size[\ -](?:fits|does)|may\ or\ may\ not\ be\ for\ you\b
            |adjust\ (?:\w+\ ){0,4}?(?:by|for|to|according\ to|based\ on)\ (?:your\ )?(?:own\ )?(?:body|build
            |height|limb|mobility|comfort|anatomy|proportions|leg\ length|arm\ length)|go\ (?:with|by)\ what\b
            |feels?\ (?:the\ )?(?:best|most\ (?:natural|comfortable|neutral|stable|powerful)|strongest|right
            |better|good|natural|comfortable)\ (?:for|to|on)\ (?:you|your)\b
            |whichever\b(?!\ (?:leg|arm|hand|foot|side))
            |your\ (?:own\ )?(?:build|anatomy|structure|proportions|body\ type|leverages|limb\ lengths?
            |hip\ (?:structure|anatomy|sockets?))\b
            |suits?\ your\ (?:\w+\ )?(?:build|body|anatomy|hips|shoulders|frame|limbs)
            # the stiffer you are, the …
            |the\ (?:more|less)\ (?:supple|flexible|mobile|stiff|experienced|advanced)\b
            |the\ (?:longer|shorter|taller|stiffer|tighter|wider|broader|bigger|older)\ (?:you\b
            |your\ (?!range))
            |based\ on\ (?:your|individual|personal)\ (?:\w+\ )?(?:mobility|flexibility|anatomy|build|preference
            |comfort|height|structure|body|ability|experience|length|size|proportions|width|levels?|goals?)\b
            |according\ to\ your\ (?:\w+\ )?(?:mobility|flexibility|anatomy|build|preference|comfort|height|body
            |limb))
        """,
        re.VERBOSE,
    ),
)
# "comes down to your build", "is up to you".
_UP_TO = Phrase(
    "up down question matter dictated determined governed about",
    re.compile(
        r"""
            \b(?=\w)(?:comes\ down\ to|is\ (?:largely\ |mostly\ |purely\ |simply\ )?(?:a\ )?(?:matter|question)\ of
            |is\ up\ to|it's\ up\ to|is\ down\ to|are\ up\ to|dictated\ by|determined\ by|governed\ by
            |is\ about)\ (?:\w+\ )?(?:what|how|your?|the\ (?:length|shape|lifter|individual)|you\b|personal
            |taste|preference|feel|comfort|shoulder|hip|limb|mobility|anatomy|leverages?)
        """,
        re.VERBOSE,
    ),
)
_SOME_OTHERS = Phrase(
    """some certain many few i most plenty not""",
    re.compile(
        r"""
            \b(?=\w)(?:(?:some|certain|many|a\ few|i|most|plenty)\b[^.;]{0,80}\b(?:prefer\w*|likes?|favou?r|feel|find
            |do\ (?:better|best|well)|swear|go|choose|need|thrive|get|respond|opt)\b[^.]{0,100}\b(?:others?
            |while|whereas|the\ rest|but\ (?:some|many|i))\b|narrow\ for\ some\b
            |some[^.;]{0,60}[,;]\ (?:and\ )?others\b|(?:with|for|to)\ some\b[^.;]{0,50}\bothers\b
            |some\ (?:people|lifters|folks|trainees|athletes|individuals|women|men)?\ ?(?:\w+\ )?(?:prefer|like
            |favou?r|find\ it|find\ that|feel\ (?:better|more|stronger|safer)|do\ better|respond)\b
            |works\ (?:better\ )?for\ some\b|for\ some\b[^.;]{0,60}\bfor\ others\b
            |not\ everyone\ (?:is|can|will|likes|feels|needs|gets|tolerates|has\ the)\b|not\ everybody\b)
        """,
        re.VERBOSE,
    ),
)
_WHO = r"""
    (?:lifters?|athletes?|people|persons?|trainees?|folks?|women|men|guys|users?|individuals?|runners?|clients?
    |exercisers?|bodies|frames|gym-?goers|builds?|squatters?|benchers?|pressers?|pullers?|hands|arms|legs|limbs
    |femurs|torsos?|shoulders|hips|ones|adults?)
"""
_KINDS = r"""
    (?:taller|tall|shorter|short|longer|broader|broad-shouldered|bigger|heavier|lighter|larger|smaller|petite
    |older|younger|elderly|stronger|weaker|stiffer|stiff|tight|advanced|experienced|inexperienced|novice
    |beginning|beginner|intermediate|newer|new|long-?(?:limbed|armed|legged|torsoed)|short-?(?:limbed|armed
    |legged|torsoed)|hypermobile|flexible|mobile|masters?|female|male|deconditioned|overweight|sedentary|stocky
    |lanky|left-handed|desk-bound|less\ (?:experienced|flexible|mobile|advanced)|more\ (?:experienced|flexible
    |mobile|advanced|seasoned)|seasoned|trained|untrained|sensitive|quad-dominant|wide-hipped|barrel-chested)
"""
_GROUP = re.compile(
    rf"""
    (?P<who>
    # taller lifters, beginners
    (?:the\ )?(?:{_KINDS},?\ (?:and\ {_KINDS}\ |or\ {_KINDS}\ )?)+{_WHO}\b
    |(?:the\ )?(?:(?:newcomers|newbies|(?:absolute\ |complete\ |total\ |rank\ |true\ )?beginners
    |novices)(?!\ (?:often|tend|usually|make|will|commonly|frequently)\b)|old\ hands|veterans|cyclists|runners
    |office\ workers|desk\ workers|swimmers|climbers|dancers|gymnasts|intermediates|seniors|throwers|sprinters
    |martial\ artists|powerlifters|bodybuilders|hypermobile|left-handers|lefties|southpaws|teenagers|climbers
    |women|men|tall\ (?:and|or)\ short)\b|(?:past|over|under|beyond)\ (?:\d\d|forty|fifty|sixty|seventy)(?=,)
    # people who, those with
    |(?:people|lifters?|those|athletes?|anyone|anybody|trainees?|individuals?|folks?|everyone|women|men|someone
    |somebody|a\ person|clients?)\ (?:who|with|over|under|whose|that\ (?:have|are)|new\ to|of\ (?:a\ )?|lacking
    |prone\ to|coming|returning|used\ to|in\ their)\b
    # short arms
    |with\ (?:small|big|long|short|stiff|tight|broad|narrow|large)\ \w+(?=,)
    |(?:short|long|big|small|stiff|tight|hypermobile)\ (?:arms|legs|femurs|hands|torsos?|ankles|hips|shoulders
    |hamstrings)\b)
    """,
    re.VERBOSE,
)
_OFFER = re.compile(
    r"""
    \b(?=\w)(?:may|might|can|could|should|will|often|need|needs|want|tend|prefer|better|benefit|makes?|find|option
    |do\ well|do\ best|helps?|go\ for|get\ away|get\ more|try|use|keep|stay|set|pick|choose|expect|work|master
    |stop|is|are|fine|start|suits?|easier|harder|wise|a\ good\ deal|stick|begin|ought|requires?|struggle)\b
    """,
    re.VERBOSE,
)
_GROUP_END = re.compile(
    r"""
    ,|\b(?:may|might|can|could|should|will|often|need|needs|usually|generally|do|tend|make|makes|find|benefit
    |get|is|are|ought|would|sometimes|typically|prefer|might)\b
    """,
    re.VERBOSE,
)
_QUESTION = re.compile(
    rf"""
    (?:do\ you\ (?:naturally\ |usually\ )?(?:tend|prefer|sit|lack|suffer
    |(?:have|struggle\ with)\ (?:a\ |an\ )?(?:\w+\ )?(?:long|short|stiff|tight|limited|poor|small|big|weak|flat
    |history|mobility))
    |are\ you\ (?:a\ |an\ |on\ the\ )?(?:\w+\ )?(?:tall|short|new|beginner|hypermobile|habitual|flexible|older
    |novice|stiff|left|taller|long|lanky|over|under|side)
    |(?:limited|poor|restricted|tight|stiff|weak|bad|long|short|small|big|cranky|flat|hypermobile|lacking
    |reduced)\ (?:\w+\ )?(?:{_BODY}|mobility|flexibility|hands)\b
    |not\ (?:\w+\ )?(?:flexible|mobile|strong|tall)\ enough|tend\ to|prefer\b|new\ to|tall(?:er)?\b
    |short(?:er)?\b(?=\ ?\?)|left-handed|over\ (?:\d\d|forty|fifty|sixty)|(?:a\ )?(?:complete\ )?beginner\b
    |hypermobile|taller\ than|(?:long|short)[- ](?:legged|armed|limbed)
    |got\ (?:long|short|stiff|tight|small|big))[^?.:]{{0,60}}(?P<end>[?:])
    """,
    re.VERBOSE,
)
_LABEL = re.compile(
    rf"""
    (?P<who>(?:for\ )?(?:{_KINDS}|(?:absolute\ )?beginners?|intermediates?|novices?|advanced
    |[^:.?!,]{{0,25}}history|hypermobile\ \w+
    |(?:for\ )?(?:tall|short|long|stiff|tight)[^:.?!,]{{0,30}})(?:\ {_WHO})?):[ ]
    """,
    re.VERBOSE,
)


_DEPENDING_ON = re.compile(
    r"""
    (?P<whole>depending\ on\ [^,.;]+(?=,))|depend(?:s|ing
    |ent)?\ (?:up)?on\ (?P<what>(?:the|your)\ (?:shape|length|size|width|depth|angle|build)\ of\ [^,.;]+
    |your\ [^,.;]+?(?=\ mobility\b)|)
    """,
    re.VERBOSE,
)
_MORE = re.compile(
    r"the (?P<what>(?:more|less) [^,.;]+|(?:longer|shorter|taller|stiffer|tighter|wider|broader) [^,.;]+)"
)
# One of these is in every group.
_GROUP_WORDS = frozenset(
    """
    lifter lifters athlete athletes people person persons trainee trainees folk folks women men guys user users
    individual individuals runner runners client clients exerciser exercisers bodies frames gym-goers build
    builds squatters benchers pressers pullers adult adults newcomers newbies beginners novices veterans
    cyclists workers swimmers climbers dancers gymnasts intermediates seniors throwers sprinters artists
    powerlifters bodybuilders hypermobile left-handers lefties southpaws teenagers those anyone anybody everyone
    someone somebody hands tall taller short shorter long longer stiff tight big broad narrow large small past
    over under beyond masters
    """.split()
)
# Where a group can be named: behind these words, or where a sentence or clause starts.
_BEFORE_GROUP = re.compile(r"\b(?:for|most|many|as|because|some|if|while|but|and) |[.;:] ")
_FULL_STOP = re.compile(r"[.!?](?=\s)")
_REASON = re.compile(
    r"""
    (?:,?\ (?:as\ (?:this|that|it|doing\ so)|because|since|so\ that|so\ you|so\ the|so\ your|in\ order\ to
    |which\ (?:will|helps|gives|makes|lets|keeps))|[–—]|;)(?:\ |\b)
    """,
    re.VERBOSE,
)


def individual(told: Told) -> Reading | None:
    """The tip as one for certain people, or None."""
    found = conditioned(told)
    if found:
        return found
    if told.marks & TRAIT:
        found = _questioned(told) or _labelled(told)
        if found:
            return found
    if told.marks & PREFERENCE:
        for pattern in (_SOME_OTHERS, _UP_TO, _DEPENDS):
            match = pattern.search(told)
            if match:
                return Reading(TipKind.INDIVIDUAL, match.span(), condition=_depending(told, match))
    return _grouped(told) if told.marks & (TRAIT | PEOPLE) else None


def conditioned(told: Told) -> Reading | None:
    """As in "If you are tall, …": the condition says what somebody is like."""
    conditional = told.conditional
    if not conditional or not _TRAIT.search(told.lower, *conditional.clause):
        return None
    return Reading(
        TipKind.INDIVIDUAL,
        conditional.clause,
        condition=told.clause(),
        advice=advice(told.lower, conditional.main),
    )


def _questioned(told: Told) -> Reading | None:
    """As in "Stiff ankles? …"."""
    question = _QUESTION.match(told.lower, told.start) if "?" in told.lower or ":" in told.lower else None
    if not question:
        return None
    who = trimmed(told.lower, told.start, question.start("end"))
    condition = who
    for opening in ("do ", "are "):
        if told.lower.startswith(opening, who[0]):
            condition = (who[0] + len(opening), who[1])
    return Reading(TipKind.INDIVIDUAL, who, condition=condition, advice=advice(told.lower, (question.end(), told.end)))


def _labelled(told: Told) -> Reading | None:
    """As in "Hypermobile elbows: …"."""
    label = _LABEL.match(told.lower, told.start) if ":" in told.lower else None
    if not label:
        return None
    return Reading(
        TipKind.INDIVIDUAL,
        label.span("who"),
        condition=label.span("who"),
        advice=advice(told.lower, (label.end(), told.end)),
    )


def _depending(told: Told, match: re.Match[str]) -> Span | None:
    for pattern in (_DEPENDING_ON, _MORE):
        found = pattern.match(told.lower, match.start())
        name = "what" if found and found["what"] else "whole"
        if found and name in pattern.groupindex and found[name]:
            return trimmed(told.lower, *found.span(name))
    return None


def _group(told: Told) -> re.Match[str] | None:
    """The first group of people that the tip names."""
    if _GROUP_WORDS.isdisjoint(told.words):
        return None
    at_start = _GROUP.match(told.lower, told.start)
    if at_start:
        return at_start
    starts = (before.end() for before in _BEFORE_GROUP.finditer(told.lower, told.start))
    return next((found for start in starts if (found := _GROUP.match(told.lower, start))), None)


def _grouped(told: Told) -> Reading | None:
    """As in "Taller lifters may …"."""
    lower = told.lower
    group = _group(told)
    if not group or not (group.start("who") <= told.start + len("for ") or _OFFER.search(lower, group.end())):
        return None
    start = group.start("who")
    for opening in ("with ", "the "):
        if lower.startswith(opening, start):
            start += len(opening)
    stop = _GROUP_END.search(lower, group.end())
    condition = trimmed(lower, start, stop.start() if stop else group.end())
    return Reading(TipKind.INDIVIDUAL, group.span("who"), condition=condition)


def advice(lower: str, span: Span) -> Span | None:
    """What somebody is told to do: from the verb on, without the reason behind it.

    >>> text = "they may want to try looking up as this will help."
    >>> text[slice(*advice(text, (0, len(text))))]
    'looking up'
    """
    start, end = trimmed(lower, *span)
    full_stop = _FULL_STOP.search(lower, start, end)
    end = full_stop.start() if full_stop else end
    reason = _REASON.search(lower, start + 1, end)
    end = reason.start() if reason else end
    found = actions(lower, start, end)
    first, last = (found[0][0], found[-1][1]) if found else trimmed(lower, start, end)
    return (first, last) if last > first else None
