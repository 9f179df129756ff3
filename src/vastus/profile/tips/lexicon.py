"""Word families: which words speak of a body part, of trouble, of a week's plan.

A tip's words are looked up once; the families that they belong to, joined into one number, decide which rules have
anything to look for. Verbs are listed in their base form and known in every inflection.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import count

from vastus.prose.patterns import mentions

BODY = 1 << 0  # parts of the body
LOAD = 1 << 1  # implements and their parts, as the subject of "drifts", "slips"
TROUBLE = 1 << 2  # goes wrong whoever does it: rounds, caves, hurts, numb
MOTION = 1 << 3  # goes wrong when a body part or the load does it unasked: rises, shifts, turns
AMISS = 1 << 4  # says that something happens too much, too early or on one side only
FEEL = 1 << 5
DIAGNOSIS = 1 << 6  # joins a sign and its cause
MISTAKE = 1 << 7
PEOPLE = 1 << 8
FORBID = 1 << 9
CONDITION = 1 << 10
MEDICAL = 1 << 11
SYMPTOM = 1 << 12  # a sign of harm that ends a set
DANGER = 1 << 13  # spotters, bystanders, slippery floors
TRAIT = 1 << 14  # what somebody is like
PREFERENCE = 1 << 15
PLAN = 1 << 16  # telling on its own that a tip is about a plan
PLAN_HINT = 1 << 17  # telling in company
QUESTION = 1 << 18  # no word, but a mark
COLON = 1 << 19

_VOWELS = "aeiou"
_LETTERS_OF_A_SHORT_VERB = 3  # consonant, vowel, consonant: the last one doubles (sag, sagging)


def inflected(verb: str) -> Iterator[str]:
    """A verb in all its regular forms; a form too many does no harm.

    >>> sorted(set(inflected("sag")))
    ['sag', 'sagged', 'sagging', 'sags']
    """
    yield verb
    if verb.endswith("e"):
        yield from (verb + "s", verb + "d", verb[:-1] + "ing")
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    elif verb.endswith(("s", "sh", "ch", "x", "z")):
        yield from (verb + "es", verb + "ed", verb + "ing")
    elif _doubles(verb):
        yield from (verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing")
    else:
        yield from (verb + "s", verb + "ed", verb + "ing")


def _doubles(verb: str) -> bool:
    if len(verb) < _LETTERS_OF_A_SHORT_VERB or verb[-1] in "aeiouwxy":
        return False
    return verb[-2] in _VOWELS and verb[-3] not in _VOWELS


_MARKS: dict[str, int] = {}


def _words(family: int, words: str) -> None:
    for word in words.split():
        _MARKS[word] = _MARKS.get(word, 0) | family


def _verbs(family: int, verbs: str) -> None:
    for verb in verbs.split():
        _words(family, " ".join(inflected(verb)))


def _nouns(family: int, nouns: str) -> None:
    for noun in nouns.split():
        _words(family, f"{noun} {noun}s {noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun} {noun}s")


_nouns(
    BODY,
    """
    ankle arm back belly bicep bottom bum butt buttock calf chest chin collarbone core delt deltoid ear elbow
    eye face finger forearm forehead glute grip groin hamstring hand head heel hip hip-bone instep jaw joint
    knee kneecap leg lip lat lumbar midsection muscle neck palm pec pelvis quad rib ribcage scapula shin
    shoulder sole spine stomach tailbone thigh thumb toe tongue torso trap tricep trunk waist wrist body
    bodyweight posture upper lower side arch backside
    """,
)
_words(
    BODY,
    """
    abs biceps triceps feet foot calves glutes obliques quadriceps scapulae blades midfoot forefoot achilles
    breath
    """,
)
_nouns(
    LOAD,
    """
    ball band bar barbell bell bench box bumper cable carriage chain collar disc disk dumbbell grip handle
    implement kettlebell load log machine mat pad pin plate platform pole rack ring roller rope sandbag seat
    sled slider stack stone strap tire tyre weight wheel yoke landmine pulley attachment lever
    """,
)
_verbs(
    TROUBLE,
    """
    round collapse cave drift sway wobble shake tremble quiver flare sag droop buckle stall cramp spasm pinch
    ache hurt burn sting throb strain tweak lag crane jut protrude hyperextend overextend overarch over-arch
    overstride compensate cheat wander veer hitch jerk yank heave slump slouch hunch splay wing lurch flail flop
    wiggle topple stumble skid clang clank bang thud slam rattle clunk snag scrape chafe struggle fatigue tire
    fade fail gasp wince waver teeter pitch slip twist rock bounce swing tip tilt squirm fishtail seesaw bob
    judder bow gouge tear rip grind pop click crack snap trip knock spill tense crash dig poke shrug rotate
    bulge jam jolt lunge whip squirt nag chatter stagger zigzag dump slide hike kip plop flinch over-rotate
    over-grip clench stray peel puff irritate bother complain
    """,
)
_words(
    TROUBLE,
    """
    pain pains painful achy numb numbness tingle tingles tingling discomfort uncomfortable uncomfortably
    momentum imbalance imbalances uneven unevenly lopsided crooked wonky shaky wobbly jerky sloppy unstable
    unsteady stuck off-balance bent slack raw sore tender angry cranky grumpy irritated nagging niggle twinge
    blister blisters bruised bruises clicking popping grinding breathless winded fried exhausted burnt lose
    loses losing lost swung shook fell falls falling fall shot caught catches catching crept creep creeps
    creeping spin spins spinning spun sank sinks sinking sunk overpower overpowers dominate dominates dominating
    takes-over fire pressure overarched asymmetrical twisted stiff-legged hunched rounded sloppier ugly messy
    noisy loud loudly hard-time breaks breaking backache
    """,
)
_verbs(
    MOTION,
    """drop raise lift shift move turn roll come lean arch curl dip travel climb slide shoot touch kick dive narrow
    straighten open fold jump leave point hang pull push reach start stop lock unlock extend flex tuck tighten loosen
    separate detach wrap land float hover drag rest press pause pivot pass spread bottom pile work do take go get run
    meet finish stay feel seem look change close bring end turn slow speed twitch bump hit bite press flatten wrinkle
    unrack""",
)
_words(
    MOTION,
    """
    rise rises rising rose went goes going gets getting comes coming came hits hitting lets letting let leads
    leading swings runs running leaves leaving left flies flying fly bends bending bend wins beats off
    """,
)
_words(
    AMISS,
    """
    too before first early late inward inwards outward outwards inside sideways unevenly only ahead faster
    sooner more away off out over excessively excessive forward backward backwards forwards instead under up
    around
    """,
)
_words(FEEL, "feel feels feeling felt notice noticing sense hear hearing")
_words(
    DIAGNOSIS,
    """
    mean means meaning indicate indicates suggest suggests signal signals show shows tell tells telling sign
    symptom symptoms result results because due from stem stems trace traces goes caused cause causes culprit
    reason reasons down point points product fault blame says why since comes come happen happens makes make
    making leads lead sends signs usually often probably likely chances odds typically generally par course when
    if by
    """,
)
_words(
    MISTAKE,
    """
    mistake mistakes error errors fault faults flaw flaws problem problems culprit wrong tempting temptation
    tendency habit habits urge tempted easy common watch beware guard guilty issue issues pitfall pitfalls
    symptom sin sins classic frequent careful resist
    """,
)
_words(
    PEOPLE,
    """people lifters lifter beginners beginner trainees athletes folk folks women men guys everyone everybody anyone
    anybody somebody someone newcomers newbies novices novice us many most plenty lots lot majority those clients
    gym-goers runners others some individuals person users""",
)
_words(
    FORBID,
    """
        don't not never avoid refrain stop resist careful shouldn't no try instead rather without leave too keep
        """,
)
_words(CONDITION, "if when whenever should once where unless case soon time moment minute second")
_words(
    MEDICAL,
    """
    doctor doctor's physician gp physio physios physiotherapist therapist clinician medical medically cleared
    clearance pregnant pregnancy trimester postpartum postnatal pressure hypertension thinners clot clots
    clotting hernia hernias surgery operation osteoporosis osteopenia disc discs disk herniated herniation
    herniations sciatica heart cardiac fracture fractures varicose bruise bruises concussion unwell vertigo
    glaucoma epilepsy diabetes diabetic asthma seizure stroke aneurysm thrombosis prolapse professional
    supervision supervised supervise unsupervised injury injuries injured recovering bones condition conditions
    kids children youngsters teenagers minors arthritis inflammation rupture stitches retina implant
    osteoporotic fever impingement instability torn ruptured tendinitis tendonitis tendinopathy tear surgeon
    """,
)
_words(
    SYMPTOM,
    """
    vision blurs blurred stars breathlessness breathless sharp shooting stabbing radiating sudden pain pains
    dizzy dizziness light-headed lightheaded woozy tingling tingle numb numbness nausea nauseous faint fainting
    burning twinge pop
    """,
)
_words(
    DANGER,
    """
    unsafe safe dangerous dangerously hazardous black spots under cannot breaks crush crushes traps smash can't
    spotter spotters spot spotting safeties safety pins arms catches collars clips alone yourself own bail
    bailing dump pinned trapped fall falls falling nobody bystanders anyone pets wet slippery icy sweaty fingers
    toes face thumbs thumbless caution warning danger dangerous dropped injury injured hurt accident failsafe
    unattended partner nearby experienced escape eyes feet never someone drop shoes footwear barefoot head
    hazard lands rebound obstacles obstructions kids children toddlers slick behind trouble frayed cracked worn
    torn damaged shoulder tested toe foot
    """,
)
_words(
    TRAIT,
    """
    tall taller short shorter long longer long-limbed long-legged long-armed short-limbed short-legged
    short-armed stiff tight flexible inflexible mobile immobile hypermobile supple bendy lax loose older old
    young younger new novice novices beginner beginners experienced inexperienced experience advanced
    intermediate trained untrained deconditioned overweight heavier lighter strong stronger weak weaker broad
    broader narrow petite small smaller big bigger large larger lanky stocky left-handed right-handed dominant
    flat-footed double-jointed desk-bound sedentary active athletic used accustomed restricted limited good poor
    bad cranky creaky arthritic injured sensitive asymmetrical history background bias mobility flexibility
    anatomy build femurs femur limbs returning tend tends prefer prefers lack lacks had injury injuries previous
    past desk chair sit sits sitting over under fifty sixty forty prone posture scoliosis arched rounded
    naturally habitual habitually newcomers veterans masters seniors cyclists runners swimmers climbers office
    women men female male taller-than-average longer-armed built carry bodied comfortable confident nervous
    ankle ankles healed suffer suffers suffered sprain sprained dislocated broken torn wear wears newer years
    glasses ape strength sweaty weight's lankier bulky muscular powerful rusty back
    """,
)
_words(
    PREFERENCE,
    """
    depend depends depending depended preference preferences individual individually individuals personal
    personally prefer prefers prefered preferred whichever whatever comfort comfortable taste feels vary varies
    differ differs different others while choice one-size suits suit everybody everyone's experiment up matter
    single right fits anatomy build structure proportions hips your some supple natural type adjust based
    according keep one lets allow allows let
    """,
)
_words(
    PLAN,
    """
    finisher finishers superset supersets supersetting supersetted deload deloads mesocycle macrocycle
    microcycle periodize periodized periodization programme programmes programmed programming programmable
    program programs programed frequency weekly hypertrophy soreness doms
    rehab rehabilitation prehab cardio circuit circuits interval intervals tabata emom amrap hiit accessory
    accessories plateau progression progressions progress progresses progressing progressive progressively
    overload 1rm rpe rir off-season offseason preseason pre-season in-season fortnight fortnights monday mondays
    tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays
    primer cooldown cool-down warm-up warmup warm-ups warmups taper sessions session workout workouts week weeks
    routine routines schedule scheduled mesocycles overtrain overtraining antagonist tri-set giant-set
    dropset drop-set dropsets drop-sets myo-reps rest-pause cluster clusters metcon metcons conditioning month
    months ladder ladders workload stand-alone volume everyday daily fortnightly bodybuilding beginners'
    overloaded undulating prescription regression regressions
    """,
)
_words(
    PLAN_HINT,
    """
    strength goal goals day days heavy heavier load weight weights rest sets set reps rep repetitions intensity
    endurance power training train failure capacity squats deadlifts exercise first last end later early before
    after pair pairs paired combine alternate rotate save slot fit increase increases increasing challenge
    difficult difficulty fatigue focus sore eccentric joints best works great terrific excellent ideal perfect
    useful good add adding start begin build once master harder easier light lighter minutes seconds rounds main
    twice times per every beginning recovery recover recovers recovering recovered split splits block blocks
    reload plenty enough tank reserve speed muscle mass size growth base phase season
    competition meet year years strong often cycle next move graduate warm cool easy standard max singles
    doubles triples fives tens morning evening filler winter summer feel feels lightest easiest
    """,
)

_FREE = count(20)


def family(words: str) -> int:
    """A family of its own for some words."""
    own = 1 << next(_FREE)
    _words(own, words)
    return own


_LETTERS = bytes(ord(letter) if (letter := chr(code)) in "abcdefghijklmnopqrstuvwxyz'-" else 32 for code in range(256))
"""For every byte the letter, or a blank where it belongs to no word."""
_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")


def marks(lower: str, start: int = 0, end: int | None = None) -> int:
    """The families that the words of a lower-case text belong to, joined.

    >>> marks("your knees cave") & TROUBLE > 0, marks("tall lifters") & TROUBLE > 0
    (True, False)
    >>> marks("the legs tire") & TROUBLE > 0, marks("the tire stands up") & TROUBLE > 0
    (True, False)
    """
    stretch = lower[start:end]
    found = words(stretch)
    if not _TIRE.isdisjoint(found) and _A_TIRE.search(stretch):
        return families_of(found - _TIRE) | LOAD
    return families_of(found)


_TIRE = frozenset({"tire", "tires"})  # the one word that is both trouble and a thing
_A_TIRE = re.compile(
    r"""
    \b(?:a|an|the|your|this|that|any|each|one|both|another)\ (?:(?:big|heavy|light|heavier|lighter|large|larger|small
    |smaller|tractor|truck|car|flat|spare|whole)\ )*tires?\b
    """,
    re.VERBOSE,
)


def words(lower: str) -> frozenset[str]:
    """The words of a lower-case text, those with an apostrophe or a hyphen inside as one.

    >>> sorted(words("don't re-rack - it's the lifters' bar."))
    ['bar', "don't", "it's", 'lifters', 're-rack', 'the']
    """
    spoken = lower.encode("ascii", "replace").translate(_LETTERS).decode("ascii")
    if ("'" in spoken or "-" in spoken) and mentions(f" {spoken} ", _LOOSE):
        return frozenset(_WORD.findall(spoken))
    return frozenset(spoken.split())


_LOOSE = ("' ", " '", "- ", " -", "--", "''", "'-", "-'")
"""An apostrophe or a hyphen that does not join two letters."""


def families_of(found: AbstractSet[str]) -> int:
    """The families of words, joined."""
    families = 0
    for word in found & _MARKS.keys():
        families |= _MARKS[word]
    return families


def members(family: int) -> frozenset[str]:
    """All words of a family."""
    return frozenset(word for word, families in _MARKS.items() if families & family)
