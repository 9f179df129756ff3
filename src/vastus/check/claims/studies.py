"""Claims that studies speak of: muscles, soreness, rehabilitation, joints, growth, uses. Evidence is `evidence.csv`."""

import re
from collections.abc import Iterator

from vastus.check.claims.places import Sentence, clause
from vastus.check.claims.reading import Reading
from vastus.domain.anatomy import MuscleGroup
from vastus.domain.claim import Basis, BasisKind, Claim, Verdict
from vastus.domain.exercise import Goal
from vastus.prose.patterns import any_of, mentions, whole_words
from vastus.reference.evidence import Evidence, evidence
from vastus.reference.vocabulary import vocabularies

_LITTLE = any_of(
    "little", "less", "no", "without", "won't", "will not", "minimal", "low", "hardly any", "doesn't", "does not",
    "excessive(?:ly)?", "don't", "not", "barely",
)  # fmt: skip
_MUCH = any_of("causes?", "creates?", "produces?", "leads? to", "results? in", "brings?", "more", "most", "lots? of")
_JOINT = (
    any_of("joints?", "knees?", "spine", "lower back", "low back", "shoulders?", "elbows?", "wrists?", "hips?", "neck")
    + "(?! (?:flexors?|abductors?|adductors?|extensors?))"
)
_FEELS = ("easy on", "easier on", "gentle on", "gentler on", "kind on", "kinder on", "hard on", "harder on", "tough on")
_KINDS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "soreness",
        ("sore", "muscle damage", "creatine"),
        whole_words(
            rf"{_LITTLE}\b[^.;]{{0,25}}\bsoreness",
            rf"{_MUCH}\b[^.;]{{0,25}}\bsoreness",
            "(?:won't|will not|not) (?:leave|make) (?:you )?(?:very |too |that )?sore",
            r"(?:marker of )?muscle damage",
            "creatine kinase",
        ),
    ),
    (
        "rehab",
        ("rehab", "physio", "injur"),
        whole_words(
            r"rehab(?:ilitation)?\b(?! (?:specialist|professional|provider|team|doctor))",
            r"physio(?:therapist)?s? (?:like|use|choose|favou?r)",
            "(?:coming|come|returning|recovering) (?:back )?from (?:an )?injur(?:y|ies)",
        ),
    ),
    (
        "joint_load",
        ("stress", "strain", "wear", "pressure", "load", "spar", "save", "friendly", *_FEELS),
        whole_words(
            rf"(?:stress|strain|wear|pressure) (?:on|off|from|to|in) (?:the |your |both )?(?:\w+ )?{_JOINT}",
            rf"(?:easy|easier|gentler?|kinder|kind|harder|hard|tough) on (?:the |your )?(?:\w+ )?{_JOINT}",
            r"(?:load(?:s|ing)?|stress(?:es|ing)?|strains?) (?:the |your )?(?:joints?|knees?|spine)\b(?! angle)",
            rf"(?:spares?|sparing|saves?) (?:the |your )?(?:\w+ )?{_JOINT}",
            rf"(?:the |your )?{_JOINT} (?:is|are) spared",
            "(?:joint|knee|back|shoulder)[- ]friendly",
        ),
    ),
    (
        "growth",
        ("growth", "hypertrophy", "muscle mass"),
        whole_words(r"(?:eccentric|negatives?|lowering)\b[^.;]{0,50}\b(?:muscle growth|hypertrophy|muscle mass)"),
    ),
)
"""Kinds of claim that are told by their words: what no such sentence lacks, and what tells them."""
_OPEN = whole_words(
    "no (?:trial|study|studies|sled dose)", r"(?:trials?|tests?|studies) (?:exist|have)\b[^.;]{0,30}\bonly",
    "only been done", "(?:not|never) (?:been )?(?:tested|studied|measured)", "nobody (?:has|knows)",
    "has (?:yet )?to be shown",
)  # fmt: skip
"""How a page says itself that the matter is open."""
_ADVICE = re.compile(
    r"^(?:if|when|with|after|for anyone|see|ask|stop|leave)\b"
    r"|\b(?:don't|do not|avoid|never)\b(?!.*\b(?:as|since|because|will|would|can)\b)[^.;]*\bhard on\b"
    r"|(?:clinician|treats you|therapist|doctor)\b[^.;]{0,20}\b(?:sets?|decides?|chooses?)\b|comes from your clinician"
)
_GOALS = (Goal.CONDITIONING, Goal.STRENGTH)


def cited(row: Evidence, more: str = "") -> Basis:
    """A row as a basis: its words, its source and its mark."""
    return Basis(BasisKind.CITATION, f"{row.says}{more} {row.source} [{row.mark}]")


def find(page: Reading, kind: str, *, text: str = "", muscle: MuscleGroup | None = None) -> Evidence | None:
    """The narrowest evidence on claims of a kind about such an exercise."""
    for row in evidence():
        is_about = row.kind == kind and row.muscle is muscle and (row.words is None or row.words.search(text))
        if is_about and page.fits(row.applies):
            return row
    return None


def check_told(page: Reading) -> Iterator[Claim]:
    """Sentences on soreness, rehabilitation, joints and growth."""
    for sentence in page.sentences:
        for kind, stems, words in _KINDS:
            if not mentions(sentence.lower, stems) or not words.search(sentence.lower):
                continue
            if not (_ADVICE.search(sentence.lower) and not _OPEN.search(sentence.lower)):
                yield _told(page, kind, sentence, words)


def _told(page: Reading, kind: str, sentence: Sentence, words: re.Pattern[str]) -> Claim:
    row = find(page, kind, text=sentence.lower)
    if row is None:
        basis = Basis(BasisKind.NONE, "No study that we know of speaks of this for such an exercise.")
        return Claim(kind, clause(sentence, words), sentence.where, Verdict.UNTESTED, basis)
    if row.verdict is Verdict.DEPENDS and _OPEN.search(sentence.lower):
        basis = cited(row, " The page says itself that this is open.")
        return Claim(kind, clause(sentence, words), sentence.where, Verdict.SUPPORTED, basis)
    return Claim(kind, clause(sentence, words), sentence.where, row.verdict, cited(row))


def check_muscles(page: Reading) -> Iterator[Claim]:
    """The muscles of the profile: one claim each where there is evidence, and one for all that have none."""
    label = vocabularies().groups.label
    unknown: list[str] = []
    for role, groups in (("target", page.exercise.target), ("secondary", page.exercise.secondary)):
        for group in groups or ():
            row = find(page, "muscle", muscle=group)
            if row is None:
                unknown.append(label(group).lower())
            else:
                yield Claim("muscle", f"{label(group).lower()} as {role}", "profile", row.verdict, cited(row))
    if unknown:
        text = (
            "No recording of these muscles in such an exercise is known to us; the list rests on anatomy and coaching."
        )
        says = "works " + ", ".join(dict.fromkeys(unknown))
        yield Claim("muscle", says, "profile", Verdict.UNTESTED, Basis(BasisKind.NONE, text))


def check_uses(page: Reading) -> Iterator[Claim]:
    """Conditioning and strength, where studies of such an exercise exist."""
    for use in page.exercise.uses:
        row = find(page, "use", text=use.goal.value) if use.goal in _GOALS else None
        if row:
            yield Claim("use", f"good for {use.goal}", "uses", row.verdict, cited(row))
