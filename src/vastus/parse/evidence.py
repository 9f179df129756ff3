"""Whether a text speaks of exercise: how-to pages look alike, for squats and for inner tubes."""

import re
from collections.abc import Iterable
from functools import cache

from vastus.domain.equipment import Equipment
from vastus.reference.vocabulary import folded_text, vocabularies

_TRAINING_WORDS = frozenset(
    (
        "exercise exercises exercising workout workouts muscle muscles reps repetition repetitions"
        " squat squats deadlift deadlifts lunge lunges burpee burpees calisthenics"
    ).split()
) | {
    "push up",
    "push ups",
    "pull up",
    "pull ups",
    "chin up",
    "chin ups",
    "sit up",
    "sit ups",
    "warm up set",
    "range of motion",
    "body weight",
}
_GYM_EQUIPMENT = (
    Equipment.DUMBBELL,
    Equipment.BODYWEIGHT,
    Equipment.BARBELL,
    Equipment.KETTLEBELL,
    Equipment.BAND,
    Equipment.EXERCISE_BALL,
    Equipment.MEDICINE_BALL,
    Equipment.EZ_BAR,
    Equipment.FOAM_ROLLER,
    Equipment.TRAP_BAR,
    Equipment.HIP_THRUSTER,
    Equipment.PULL_UP_BAR,
    Equipment.DIP_BARS,
)
# Words of the vocabularies that kitchens, garages and sewing rooms use as well.
_EVERYDAY = frozenset(
    (
        "ab abs abdominal adductor abductor band bands bb bbs bicep butt buttocks calf calves chest"
        " db dbs erectors forearm forearms ham hams hammies kb kbs lat lats lumbar midback neck pec"
        " quad quads rectus roller rollers shins shoulder shoulders teardrop trap traps palm"
        " bodyweight"
    ).split()
) | {
    "no equipment",
    "none needed",
    "own body weight",
    "straight bar",
    "curl bar",
    "elastic band",
    "foam roll",
    "low back",
    "lower back",
    "mid back",
    "middle back",
    "upper back",
    "side abs",
}
_NOT_TRAINING = re.compile(
    r"\bexercise (?:extreme |great |some )?(?:caution|care|restraint|patience|judgment|control)\b"
)
_BODY = re.compile(
    r"\b(knee|hip|shoulder|elbow|pelvi|trunk|torso|spine|thigh|leg|arm|forearm|ankle|wrist|chest|neck"
    r"|breastbone|sternum|belly|abdom|core|heel|toe|shin|calf|calves|rib|buttock|all fours"
    r"|(?:your|low|lower|upper|flat) back)(?:e?s|c|en|inal)?\b"
)
_MOTION = re.compile(
    r"\b(stand|lie|lying|kneel|sit|balanc|breath|exhal|inhal|brac|bow|lean|bend|stretch|reach|squeez"
    r"|plank|crunch|jump|hop|rotat|curl|thrust|\d+ sets|\d+ times|change sides|switch sides)"
)
_BODY_WORDS_ALONE = 3  # different parts of the body, with one motion
_BODY_WORDS_MOVED = 2  # different parts of the body, with two motions


@cache
def _training() -> re.Pattern[str]:
    """The words that hardly anybody uses outside training."""
    known = vocabularies()
    words = {word for word, match in known.groups.words().items() if match.is_exact}
    words |= known.muscles.words().keys()
    words |= {
        word for word, match in known.equipment.words().items() if match.is_exact and match.value in _GYM_EQUIPMENT
    }
    words = (words - _EVERYDAY) | _TRAINING_WORDS
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")\b")


def speaks_of_exercise(texts: Iterable[str]) -> bool:
    """Whether the texts, taken together, tell of training.

    One word of the gym is enough; otherwise several parts of the body have to be moved.

    >>> speaks_of_exercise(["Goblet Squat", "Sit between the heels."])
    True
    >>> speaks_of_exercise(["Change an inner tube", "Push the tube in, press the tire back."])
    False
    """
    text = _NOT_TRAINING.sub(" ", folded_text(" \n ".join(texts)))
    if _training().search(text):
        return True
    body = len(set(_BODY.findall(text)))
    motions = len(set(_MOTION.findall(text)))
    return (body >= _BODY_WORDS_ALONE and motions >= 1) or (body >= _BODY_WORDS_MOVED and motions > 1)
