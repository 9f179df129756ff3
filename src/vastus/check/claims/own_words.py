"""Claims that the page itself decides: places that disagree, sides, muscles in two roles, "total body"."""

import re
from collections.abc import Iterator

from vastus.check.claims.places import shortened
from vastus.check.claims.reading import Reading
from vastus.check.contradictions import disagreements
from vastus.check.laterality import taking_turns
from vastus.check.roles import check_roles
from vastus.domain.anatomy import MuscleGroup
from vastus.domain.claim import Basis, BasisKind, Claim, Verdict
from vastus.domain.exercise import Exercise, Laterality
from vastus.prose.patterns import any_of, whole_words
from vastus.prose.sentences import leveled
from vastus.reference.vocabulary import vocabularies

_LIMBS = any_of(
    "hands?", "arms?", "legs?", "feet", "knees?", "elbows?", "dumbbells?", "kettlebells?", "handles?", "sides"
)
_BOTH = whole_words(
    rf"both (?:of )?(?:your |the )?{_LIMBS}", "(?:in )?each hand", "two (?:hands|arms|legs)", "(?:legs|feet) together",
    "with both",
)  # fmt: skip
_PLURAL = whole_words("(?:your |the )?(?:hands|arms|legs|knees|elbows|forearms|palms)")
"""What speaks of both limbs without saying so; looked for where nothing says so outright."""
_ONE = whole_words(
    "one (?:arm|leg|hand|foot|side|knee|dumbbell|kettlebell)", "single[- ](?:arm|leg)",
    "other (?:side|leg|arm|hand|foot)",
    "opposite (?:side|leg|arm)", "(?:switch|change) (?:sides|legs|arms|hands)", "each side", "(?:per|a) side",
    "(?:left|right) (?:leg|arm|hand|foot|knee|side)", "before you (?:switch|change)", "change over",
    "(?:first|weaker) side",
    "(?:working|top|upper|front|rear|free|standing|same) (?:arm|leg|hand|foot|knee|side)",
)  # fmt: skip
_IN_TURN = whole_words(
    "one (?:leg|arm|foot|hand) after the other", "(?:leg|arm|foot|hand) by (?:leg|arm|foot|hand)",
    "each (?:leg|arm) repeatedly",
    "alternat(?:e|ing) (?:legs|arms|feet|hands|sides) (?:every|each|with each) (?:rep|repetition|step|stride)",
)  # fmt: skip
"""What denies one side only: the limbs take turns within the set."""
_TURNS_TOO = whole_words(
    "(?:change|switch|swap) (?:legs|arms|feet|over)", "walk(?:s|ing)?", "jog", "run", "sprint", "pedal", "strides?",
    "crawl",
    "other (?:leg|arm|foot|hand|side|one)", "opposite (?:leg|arm|foot|hand)", "one (?:foot|leg|arm|knee|hand)",
    "next turn", "alternat\\w+", "left[^.]{0,60}right", "right[^.]{0,60}left",
)  # fmt: skip
"""What shows that limbs take turns where the profile says so; too weak to deny "bilateral" by."""
_WHOLE_BODY = whole_words(
    r"(?:a|an|is|as|the|truly|great|good) (?:\w+[ -]){0,2}?(?:total|full|whole)[- ]body "
    r"(?:exercise|movement|move|lift|drill|effort)",
    "(?:works?|trains?|hits?|uses?|taxes|strengthens?) (?:the |your )?(?:total|full|whole|entire) body",
)
_PARTS: tuple[tuple[str, frozenset[MuscleGroup]], ...] = (
    ("arms, shoulders or chest", frozenset({MuscleGroup.CHEST, MuscleGroup.SHOULDERS, MuscleGroup.BICEPS,
     MuscleGroup.TRICEPS, MuscleGroup.FOREARMS, MuscleGroup.LATS})),
    ("trunk", frozenset({MuscleGroup.ABS, MuscleGroup.OBLIQUES, MuscleGroup.LOWER_BACK, MuscleGroup.UPPER_BACK,
     MuscleGroup.TRAPS})),
    ("legs or hips", frozenset({MuscleGroup.QUADS, MuscleGroup.HAMSTRINGS, MuscleGroup.GLUTES, MuscleGroup.CALVES,
     MuscleGroup.ADDUCTORS, MuscleGroup.ABDUCTORS, MuscleGroup.HIP_FLEXORS})),
)  # fmt: skip


def check_disagreements(page: Reading) -> Iterator[Claim]:
    """A claim for every two places that cannot both be followed, and for muscles that text and profile rank apart."""
    for one, other, aspect in disagreements(page.exercise):
        wanted = other.way if other.is_wanted else f"not {other.way}"
        text = f"“{shortened(one.text)}” against “{shortened(other.text)}”. Both cannot be followed."
        if page.setup.is_backed and {one.way, other.way} & {"upright", "leaning"}:
            text += " Statics sides with the slight recline: see posture."
        yield Claim(
            "contradiction",
            f"{one.where}: {aspect} {one.way}; {other.where}: {wanted}",
            f"{one.where}, {other.where}",
            Verdict.CONTRADICTED,
            Basis(BasisKind.PAGE, text),
        )
    for finding in check_roles(page.exercise):
        if finding.rule == "role-conflict":
            yield Claim(
                "contradiction",
                finding.message,
                "overview, profile",
                Verdict.CONTRADICTED,
                Basis(BasisKind.PAGE, f"“{shortened(finding.excerpt or '')}” against the lists of the profile."),
            )


def check_sides(page: Reading) -> Iterator[Claim]:
    """Bilateral, unilateral, alternating: against what the steps let the limbs do."""
    laterality = page.exercise.laterality
    if laterality is None:
        return
    turns = taking_turns(page.exercise)
    at = page.exercise.instructions.index(turns) + 1 if turns else 0
    in_turn = _first(page.exercise, _IN_TURN) if laterality is Laterality.UNILATERAL else None
    if laterality is Laterality.UNILATERAL:
        found = in_turn or _first(page.exercise, _ONE)
    elif turns:
        found = at, turns.text
    elif laterality is Laterality.ALTERNATING:
        found = _first(page.exercise, _TURNS_TOO)
    else:
        found = None if _first(page.exercise, _ONE) else _first(page.exercise, _BOTH) or _first(page.exercise, _PLURAL)
    if found is None:
        verdict = Verdict.UNTESTED
        basis = Basis(BasisKind.NONE, "The steps do not tell how the limbs share the work.")
    else:
        is_denied = in_turn is not None or (laterality is Laterality.BILATERAL and turns is not None)
        verdict = Verdict.CONTRADICTED if is_denied else Verdict.SUPPORTED
        told = "the limbs take turns, so it is alternating" if is_denied else "the steps show it"
        basis = Basis(BasisKind.PAGE, f"Step {found[0]}: “{shortened(found[1])}”: {told}.")
    yield Claim("laterality", str(laterality), "profile, force" if page.exercise.force else "profile", verdict, basis)


def _first(exercise: Exercise, words: re.Pattern[str]) -> tuple[int, str] | None:
    for number, step in enumerate(exercise.instructions, 1):
        if words.search(leveled(step.text)):
            return number, step.text
    return None


def check_whole_body(page: Reading) -> Iterator[Claim]:
    """A "total body" exercise against the muscles that the profile lists."""
    listed = {*(page.exercise.target or ()), *(page.exercise.secondary or ())}
    if not listed:
        return
    label = vocabularies().groups.label
    for sentence in page.sentences:
        if "body" not in sentence.lower or not _WHOLE_BODY.search(sentence.lower):
            continue
        lacking = [name for name, groups in _PARTS if not groups & listed]
        named = ", ".join(sorted(label(group) for group in listed))
        text = f"The profile lists {named}"
        if lacking:
            text += f", and nothing of {' and of '.join(lacking)}."
        yield Claim(
            "muscle",
            shortened(sentence.text),
            sentence.where,
            Verdict.CONTRADICTED if lacking else Verdict.SUPPORTED,
            Basis(BasisKind.PAGE, text if lacking else text + ": arms, trunk and legs."),
        )
        return
