"""Where to look: a cue that nobody has tested, so it is called an opinion."""

import re
from collections.abc import Iterator

from vastus.check.claims.places import shortened
from vastus.check.claims.reading import Reading
from vastus.domain.claim import Basis, BasisKind, Claim, Verdict
from vastus.domain.exercise import Tip, TipKind
from vastus.prose.patterns import any_of, mentions, whole_words

_WAYS = any_of("up(?:wards?)?", "down(?:wards?)?", "ahead", "forwards?", "straight ahead")
GAZE = whole_words(
    rf"look(?:ing|s)? (?:straight |slightly |a bit )?{_WAYS}",
    rf"{any_of('head', 'eyes', 'gaze', 'chin')} (?:\w+ )?{any_of('up', 'down', 'drop', 'ahead', 'forward', 'neutral')}",
    rf"{any_of('lift', 'drop', 'raise', 'lower')} (?:your |the )?{any_of('gaze', 'eyes')}",
    "look at the floor",
    "where to look",
    "head position",
)
_STEMS = ("look", "head", "eyes", "gaze", "chin")
_EFFECT = any_of(
    r"help(?:s|ing)?",
    r"prevents?(?:ing)?",
    "so that",
    "because",
    "prefer(?:s|ence)?",
    "matter of taste",
    "(?:this|that|it|which) (?:will |can "
    ")?(?:keeps?|makes?|allows?|ensures?|stops?|drives?|brings?|puts?|arches|rounds)",
)
_TIED = re.compile(rf"{GAZE.pattern}[^,;]{{0,60}}\b{_EFFECT}\b|\b{_EFFECT}\b[^,;]{{0,40}}{GAZE.pattern}")
"""An effect in the same breath: further off, it belongs to something else."""  # fmt: skip


def check_gaze(page: Reading) -> Iterator[Claim]:
    """One claim for each tip or step that ties an effect, or a kind of person, to where one looks."""
    told: set[str] = set()
    for sentence in page.sentences:
        place = sentence.where.partition(".")[0]
        is_individual = isinstance(sentence.owner, Tip) and sentence.owner.kind is TipKind.INDIVIDUAL
        if place in told or not mentions(sentence.lower, _STEMS) or not GAZE.search(sentence.lower):
            continue
        if is_individual or _TIED.search(sentence.lower):
            told.add(place)
            text = (
                "No study of where to look in such an exercise, or of matching it to a resting posture, was found. "
                "In lifting, drawing the neck back changes what the trunk does (n 7, Appl Ergon 2017;62:28-33 [V]), "
                "but that is not gaze. Try both ways."
            )
            yield Claim("gaze", shortened(sentence.text), place, Verdict.OPINION, Basis(BasisKind.OPINION, text))
