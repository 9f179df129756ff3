"""Safety: who should not do it, what to check so that nobody gets hurt, when to stop."""

import re

from vastus.domain.exercise import TipKind
from vastus.profile.tips.lexicon import DANGER, MEDICAL, SYMPTOM
from vastus.profile.tips.phrase import Phrase
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.told import Told

_MEDICAL = re.compile(
    r"""
    \b(?=\w)(?:
    # somebody to ask
    doctor|physician|gp|physio(?:therapist)?s?|therapist|clinician|medical(?:ly)?|cleared|clearance(?!\ (?:over|under
    |above|for\ the\ (?:bar|feet|knees)))|professional
    |supervis\w+|unsupervised
    # states of the body
    |pregnan\w+|trimester|post-?(?:partum|natal)|blood\ pressure|hypertension|blood\ thinners|clot\w*|hernias?
    |surger(?:y|ies)|operation|osteopor\w+|osteopenia|(?:herniated|slipped|bulging|prolapsed)\ dis[ck]s?
    |dis[ck]\ (?:injury|herniation|problem|issue|bulge)s?|sciatica
    |heart\ (?:condition|disease|problem|trouble)s?|cardiac|fractur\w+|varicose|bruise[sd]?|concussion|unwell
    |fever|vertigo|glaucoma|epilepsy|diabet\w+|asthma|seizures?|stroke|aneurysm|thrombosis|prolapse
    |detached\ retina
    |(?:acute|recent|current|existing|pre-?existing|active|serious|ongoing
    |unhealed)\ (?:\w+\ ){0,2}(?:injur(?:y|ies)|pain|conditions?|problems?|issues?)
    |rotator\ cuff\ (?:tear|injury)|impingement|instability|(?:torn|ruptured)\ \w+|tend[io]n(?:itis|opathy)
    |surgeon|(?:shoulder|knee|back|neck|spine|wrist|ankle|elbow|hip|spinal)\ (?:injur(?:y|ies)|conditions?))\b
    """,
    re.VERBOSE,
)
_REFRAIN = re.compile(
    r"""
    \b(?=\w)(?:
    # leave it
    stop|skip|avoid|leave\ (?:this|it|them|the)|leave\ [^.;]{3,40}\ alone|swap|switch|modify|steer\ clear
    |stay\ away|pass\ on|sit\ (?:this|it)\ out|give\ (?:this|it)\ a\ miss|wait|hold\ off|should(?:n't|\ not)
    |oughtn't|must\ not|mustn't
    |not\ (?:for|be\ (?:done|used|performed)|recommended|advised|advisable|suitable|appropriate|safe|ideal
    |the\ (?:exercise|movement|lift))
    |(?:isn't|aren't|is\ not|are\ not|not)\ (?:a\ |an\ |the\ |\w+\ )?(?:for|exercise|suited|suitable|appropriate
    |recommended|advisable|safe)|don't|do\ not|never|no\ place|choose\ (?:a|another)|contraindicated|off-?limits
    |only\ under|under
    # ask somebody
    |consult|ask|see\ (?:a|your)|check\ (?:with|in\ with)|talk\ to|speak\ (?:to|with)|until
    |get\ (?:it|that|them|the)\ (?:\w+\ ){0,2}?(?:looked|checked|cleared|okay|ok)|okay\ from|clearance|cleared
    |first)\b
    """,
    re.VERBOSE,
)
_PAIN = r"""
    (?:pain|dizz\w+|tingl\w+|numb\w*|light-?headed\w*|woozy|faint\w*|nause\w+|pins\ and\ needles|twinge
    |shortness\ of\ breath|breathless\w*|vision|pop)
"""
_END = r"""
    (?:stop|end\ (?:the|your|that)\ set|terminate|cease|quit|abort|rack\ (?:it|the\ bar)|put\ (?:it
    |the\ \w+)\ down|call\ it\ (?:a\ day|there|quits)|seek|leave\ it\ (?:there|for)|discontinue|get\ help
    |sit\ down|back\ off\ immediately|drop\ out)
"""
_STOP_WHEN = Phrase(
    """stop end terminate cease quit abort rack put call seek leave discontinue get sit back drop over dizzy pain""",
    re.compile(
        rf"""
            \b(?=\w)(?:
            # stop if it hurts
            {_END}\b[^.;]{{0,60}}\b(?:if|when|as\ soon\ as|the\ moment|at\ the\ first
            |should)\b[^.;]{{0,50}}\b(?:{_PAIN}|hurts?|sharp|wrong|unwell|unsafe|form\ (?:breaks|fails|goes))\b
            |(?:stop|end\ the\ set|quit)\ (?:immediately|right\ away|at\ once|straight\ away)\b
            # if it hurts, stop
            |(?:{_PAIN}|sharp|shooting|stabbing|hurts)\b[^.;]{{0,50}}[,;:.?–—-]?\ ?(?:then\ |and\ |you[ ]
            |please\ |immediately\ )*(?:should\ |must[ ]
            |need\ to\ )?{_END}(?:\b(?!\ (?:when|short|at|just|before|once|with|where|the\ \w+\ (?:when|at))\b))
            |(?:{_PAIN}|sharp)\b[^.;]{{0,40}}\bmeans\ (?:that\ )?(?:the\ set\ is\ over|stop
            |you(?:'re|\ are)\ done)\b|(?:the|your)\ set\ is\ over\b|^dizzy\b
            |(?:work|push|train|grind|press)\ through\ (?:the\ |any\ |sharp\ |joint\ )*pain\b)
        """,
        re.VERBOSE,
    ),
)
_SET_OVER = Phrase(
    "immediately once away",
    re.compile(
        r"""
            set\ is\ over|(?:stop|quit|set)\ (?:immediately|right\ away|at\ once|straight\ away)|\bstop\ (?:if
            |when)\b
        """,
        re.VERBOSE,
    ),
)
_GEAR = r"""
    (?:anchors?|anchor\ points?|bench(?:es)?|box|boxes|racks?|pins?|collars?|clips?|straps?|bands?|doors?
    |door\ anchor|hooks?|chains?|carabiners?|bolts?|nuts|floor|surface|shoes?|soles?|machine|seat|backrest
    |rings?|ropes?|cables?|buckles?|bars?|plates?|j-?hooks?|j-?cups?|safeties|equipment|chair|post|pole|tire
    |tyre|stone|sled|lever|attachment|dumbbells?|weights?|ball|handles?|lock|catch|platform|step|everything|it
    |they|lane|area|space|path|ground)
"""
_STATE = r"""
    (?:secur\w+|can't\ (?:skid|slip|move|tip|roll|slide)|(?:won't|will\ not|doesn't|does\ not|isn't\ going\ to
    |cannot|not\ going\ to)\ (?:\w+\ )?(?:skid|slip|move|tip|roll|slide|budge|shift|wobble|come|give|topple
    |swing|fly|fall)|(?:fully|properly|completely|firmly|all)\ (?:home|in|seated|locked|closed|engaged|fastened
    |tightened|anchored|inserted)|locked|(?:before|each\ time)\ you\ (?:trust|lie|hang|load|put|lean|jump|start
    |step|pull)|before\ (?:hanging|trusting|loading|every|each|you|putting|jumping|use)|shouldn't\ (?:slide|tip
    |move|wobble)|tears?|nicks?|cracks?|frayed|fraying|fray|worn|damage\w*|wear|stable|sturdy|solid|steady
    |anchored|fastened|tight|rated|strong\ enough|can\ (?:hold|take|bear|support|handle)|will\ (?:hold|take|bear
    |support)|clear\b|level|non-?slip|dry|grippy|in\ good\ (?:condition|shape|order))
"""
# Check the band for tears, test the box.
_CHECKED = Phrase(
    "check double-check inspect test examine verify",
    re.compile(
        rf"""
            \b(?=\w)(?:(?:(?:double-?)?check|inspect|test|examine
            |verify)\b[^.;]{{0,50}}?\b{_GEAR}\b[^.;]{{0,90}}?\b{_STATE}
            |(?:inspect|look\ over|examine)\ (?:the|your|every|each)\b[^.;]{{0,30}}\b(?:bands?|straps?|ropes?
            |chains?|cables?|rings?|buckles?|carabiners?)\b
            |check\ (?:that|if|whether|behind|around|above
            |the\ (?:area|floor|lane|space|ceiling|pin|pins|anchor|collars?|clips))\b
            |test\ (?:the|your|each|every)\ {_GEAR}\b)
        """,
        re.VERBOSE,
    ),
)
# Make sure the box can't skid.
_ENSURED = Phrase(
    """
    won't can't cannot not doesn't secure secured securely locked anchored fastened sturdy rated bolted stable
    solid level flat dry steady non-slip nobody no anyone people bystanders space room clearance clear hold
    support bear
    """,
    re.compile(
        r"""
            \b(?=\w)(?:(?:make\ (?:absolutely\ )?(?:sure|certain)|ensure|be\ (?:sure|certain)
            |confirm)\b[^.;]{0,12}?\b(?:the|your|that|every|each|there|nobody|no\ one
            |you)\b[^.;]{0,45}?(?:\b(?:won't|can't|will\ not|cannot|doesn't)\ (?:\w+\ )?(?:skid|slip|tip|slide
            |budge|wobble|give|topple|snap)
            |\b(?:is|are)\ (?:\w+\ )?(?:secure(?:d|ly)?|locked|anchored|fastened|sturdy|rated|bolted
            |stable\ enough)\b
            |\b(?:box|bench|rack|anchor|machine|door|chair|surface|floor|step|platform|pad)\ (?:is
            |are)\ (?:\w+\ )?(?:stable|solid|level|flat|dry|steady|non-slip)\b
            |\b(?:nobody|no\ one|anyone|people|bystanders|enough\ (?:space|room|clearance)
            |clear\ (?:space|area|path|floor))\b|\b(?:can|will)\ (?:hold|support|bear)\ (?:your|the)))
        """,
        re.VERBOSE,
    ),
)
# What may break, and the room around.
_SURROUNDINGS = Phrase(
    "snap break fail way worn secure clear room space clearance",
    re.compile(
        r"""
            \b(?=\w)(?:(?:they|it|bands?|straps?|ropes?|chains?|cables?|tubing)\ (?:do|does|can|will|may
            |could)\ (?:and\ do\ |suddenly\ )?(?:snap|break|fail|give\ way)\b
            |worn\ (?:bands?|straps?|ropes?|cables?|shoes)\b|secure\ (?:the\ )?(?:plates?|weights?|bar)\ with\b
            |clear\ (?:at\ least|the\ (?:area|lane|space|room)|a\ (?:space|lane|path|wide)|enough|some|plenty
            |space|any)\b
            |(?:plenty|lots|enough)\ of\ (?:space|room|clearance)\ (?:around|behind|in\ front|above|overhead)\b)
        """,
        re.VERBOSE,
    ),
)
_SPOTTER = Phrase(
    """
    spotter spotters safety safeties spot partner collars clips bail bailing dump dumping ditch failsafe rack
    cage catch nearby spotting
    """,
    re.compile(
        r"""
            \b(?=\w)(?:spotters?|safety\ (?:bars?|arms?|pins?|catch(?:es)?|stops?|straps?|rails?|squat\ bar)|safeties
            |spot\ you|(?:ask\ (?:\w+\ )?for|get|have|use|need|without)\ a\ spot\b
            |training\ partner\ (?:nearby|close)|someone\ (?:nearby|around|close|spot|there|who|on\ hand)
            |(?:use|with|put|fit|add|without|fasten|secure)\ (?:the\ |your\ )?(?:collars|clips)
            |collars\ (?:on|off)|bail(?:ing)?(?:\ out)?\b|(?:dump|ditch|dumping)\ (?:the\ bar|it)|failsafe
            |power\ (?:rack|cage)|catch\ the\ bar)
        """,
        re.VERBOSE,
    ),
)
# Where the exercise takes place, and what is moved to begin it.
_SET_UP = re.compile(
    r"""
    \b(?=\w)(?:(?:begin|start|set\ up|stand|lie|sit|position\ yourself)\ (?:\w+\ )?(?:in|inside)\ (?:a|the|your)
    |(?:lower|release|unlock|disengage|rotate|flip)\ the)\ (?:power\ (?:rack|cage)|safety\ \w+|safeties)$
    """,
    re.VERBOSE,
)
_PROVIDE = re.compile(
    r"""
    \b(?=\w)(?:use|using|have|having|set|setting|ask|get|always|never|don't|without|learn|before|unless|recommended
    |put|only|know\ how|practi[cs]e|rehearse|make\ sure|should|inside|in\ case|consider|until|leave)\b
    """,
    re.VERBOSE,
)
_NOT_ALONE = Phrase(
    """
    alone yourself own unattended unsupervised spotter supervision partner without safeties safety collars clips
    coach never warn nobody no dropped injury injured serious seriously severe caution warning danger recipe
    bail pinned trapped stuck wet slippery slick icy loose uneven sweaty hazard accident accidents injuries
    footwear jump jumping unsafe safe dangerous dangerously hazardous black spots cannot breaks break crush
    crushes traps smash smashes children kids toddlers pets anyone behind shoulder obstacles obstructions
    hazards tested checked inspected trouble frayed cracked torn damaged worn worn-out fall falls drop drops
    land lands rolls
    """,
    re.compile(
        r"""
            \b(?=\w)(?:
            # never train alone
            (?:don't|do\ not|never|avoid|not)\ (?:\w+\ ){0,4}?(?:alone|on\ your\ own|by\ yourself|unattended
            |unsupervised
            |without\ (?:a\ |an\ )?(?:spotter|someone|somebody|supervision|partner|safet\w+|collars|clips
            |coach))\b
            |(?:don't|do\ not|never)\ (?:attempt|try)\ (?:this|it|a|an|heavy|\w+\ ){1,4}(?:alone|without|unless
            |on\ your\ own|by\ yourself)\b
            |(?:when|if|whenever|while)\ (?:you(?:'re|\ are)?\ )?(?:train|bench|lift|squat|press|training
            |benching|lifting)\w*\ (?:alone|by\ yourself|on\ your\ own|without\ a\ spotter)\b
            # never let go
            |never\ (?:let\ go|release\ the|stand\ (?:under|in\ front|behind|directly)
            |walk\ (?:under|behind|in\ front)|reach\ (?:under|into|behind)|drop\ (?:it|the|a)
            |jump\ (?:onto|on)\ a|turn\ your\ back|place\ your\ (?:hands|fingers|feet)
            |put\ your\ (?:hands|fingers|feet|head))|warn\ (?:anyone|everyone|others|people|your|bystanders)\b
            |(?:nobody|no\ one)\ (?:is\ |should\ be\ |else\ )*(?:behind|near|around|standing|close|walking
            |in\ (?:the|your)|within)\b|(?:obstacles|obstructions|tripping\ hazards?)\b
            |(?:gets?|becomes?|is|are)\ (?:\w+\ )?(?:slippery|slick|icy)\b
            |(?:children|kids|toddlers|pets)\b(?=[^.]{0,40}\b(?:away|out|play|near|around|climb|reach))
            |(?:don't|never|not)\ let\ (?:children|kids|anyone|anybody|others)\b
            |look\ (?:over\ your\ shoulder|behind\ you)\b
            |(?:haven't|have\ not|not)\ (?:been\ )?(?:tested|checked|inspected)\b
            |asking\ for\ (?:trouble|an?\ (?:accident|injury))\b
            |(?:frayed|cracked|torn|damaged|worn-?\ ?out)\ (?:bands?|straps?|cables?|ropes?|bars?|pads?|handles?
            |carabiners?|box)\b
            |(?:fall|falls|drop|drops|land|lands|rolls?)\ on\ (?:your|someone's|a|the)\ (?:toes?|foot|feet|head
            |face|chest|fingers)\b|(?:un|not\ )safe\b|dangerous(?:ly)?\b(?!\ (?:position|for\ the))
            |hazard(?:ous)?\b|for\ safety\b|black\ out\b|see\ spots\b
            |so\ (?:that\ )?(?:it|the\ \w+)\ (?:can't|cannot)\ (?:shoot|slide|skid|tip|roll|slip|fall|move)\b
            |(?:breaks?|crush(?:es)?|trap|traps|smash(?:es)?)\ (?:your\ |a\ |the\ )?(?:toes?|fingers?|foot
            |feet)\b|never\ wrap\b
            # what may happen
            |has\ dropped\b|severe\ injury\b|serious(?:ly)?\ (?:injur\w+|hurt)\b
            |^(?:caution|warning|danger|safety\ first|safety)\b
            |recipe\ for\ (?:a\ |an\ )?(?:fall|injury|disaster|accident)\b|means\ the\ set\ is\ over\b
            |bail\ out\b|(?:get|gets|getting|being|be)\ (?:pinned|trapped|stuck\ under)\b
            |pinned\ (?:under|beneath)\b|trapped\ (?:under|beneath)\b
            |(?:wet|slippery|slick|icy|loose|uneven|sweaty)\ (?:turf|hands|floors?|grass|ground|surfaces?|soles?
            |shoes?|palms|concrete|box|boxes|pavement)\b|safety\ hazard\b
            |(?:can|could|may|will)\ (?:cause|lead\ to|result\ in)\ (?:\w+\ )?(?:injury|injuries|accidents?
            |a\ fall)\b|step\ (?:off|down)[^.;]{0,20}\brather\ than\ jump\w*\ (?:off|down)\b|proper\ footwear\b)
        """,
        re.VERBOSE,
    ),
)
# Starts with a letter and no \\b, so that the search can jump to it.
_KEEP_CLEAR = Phrase(
    "keep",
    re.compile(
        r"""
            keep\ (?:your\ |the\ |all\ )?(?:fingers?|hands?|toes|feet|thumbs?|face|head|children|kids|pets
            |people|bystanders|others)\b[^.]{0,20}\b(?:out\ (?:from|of)|clear|away\ from|off\ the
            |at\ a\ (?:safe\ )?distance)|keep\ (?:\w+\ ){0,3}?(?:children|kids|pets|people|bystanders
            |others)\b[^.]{0,20}\b(?:away|clear|out)\b
        """,
        re.VERBOSE,
    ),
)
_MINORS = re.compile(
    r"""
    (?:kids|children|minors|youngsters|teenagers|beginners|young\ (?:lifters|athletes))\b.*\b(?:supervis\w+
    |adults?|parent)\b
    """,
    re.VERBOSE,
)


def safety(told: Told) -> Reading | None:
    """The tip as a matter of safety, or None."""
    families, lower = told.marks, told.lower
    if families & MEDICAL:
        words = _MEDICAL.search(lower)
        if words and _REFRAIN.search(lower):
            return Reading(TipKind.SAFETY, words.span())
        minors = _MINORS.match(lower, told.start)
        if minors:
            return Reading(TipKind.SAFETY, minors.span())
    found = (
        (_STOP_WHEN.search(told) if families & SYMPTOM or _SET_OVER.search(told) else None)
        or (_NOT_ALONE.search(told) if families & DANGER else None)
        or _KEEP_CLEAR.search(told)
        or _CHECKED.search(told)
        or _ENSURED.search(told)
        or _SURROUNDINGS.search(told)
    )
    if found:
        return Reading(TipKind.SAFETY, found.span())
    return _spotted(told) if families & DANGER else None


def _spotted(told: Told) -> Reading | None:
    if not _SPOTTER.search(told):
        return None
    found = _SPOTTER.pattern.finditer(told.lower, told.start)
    spotter = next((each for each in found if not _SET_UP.search(told.lower, told.start, each.end())), None)
    return Reading(TipKind.SAFETY, spotter.span()) if spotter and _PROVIDE.search(told.lower) else None
