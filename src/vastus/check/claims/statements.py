"""What else a page claims: effects that nobody has tested for all we know, and judgements of taste.

Instructions ("keep the back flat") are no claims; a sentence is one where it says what the exercise or an instruction
does to somebody.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from vastus.check.claims.gaze import GAZE
from vastus.check.claims.places import Sentence, shortened
from vastus.check.claims.reading import Reading
from vastus.domain.claim import Basis, BasisKind, Claim, Verdict
from vastus.domain.exercise import Tip, TipKind
from vastus.prose.patterns import any_of, mentions, whole_words

_EFFECT = any_of(
    "helps?", "prevents?", "reduces?", "increases?", "improves?", "strengthens?", "builds?", "develops?", "protects?",
    "causes?", "isolates?", "targets?", "emphasi[sz]es?", "activates?", "engages?", "stretches", "trains?", "works?",
    "stabili[sz]es?", "promotes?", "boosts?", "enhances?", "corrects?", "relieves?", "stimulates?", "burns?",
    "challenges?", "hits?", "recruits?", "accentuates?", "teaches", "minimi[sz]es?", "maximi[sz]es?", "adds?",
)  # fmt: skip
_THING = any_of(
    "exercise", "exercises", "movement", "move", "drill", "lift", "stretch", "variation", "version", "position", "grip",
    "technique", "action", "pose", "machine",
)  # fmt: skip
_MODAL = any_of("will ", "can ", "may ", "also ", "should ", "really ", "primarily ", "mainly ", "directly ")
_OF_EXERCISE = re.compile(
    rf"^(?:note: |tip: )?(?:the (?:(?!cannot|that|which|who|to)[\w-]+ ?){{1,6}}?|this(?: "
    rf"{_THING})?|it|these|they|that) {_MODAL}{{0,2}}{_EFFECT}\b"
)
_OF_INSTRUCTION = whole_words(
    rf"(?:this|which|it)(?: {_THING})? {_MODAL}{{0,2}}{_EFFECT}(?! to use)",
    rf"(?:as|since|because) (?:this|that|it|doing so) {_MODAL}{{0,2}}{_EFFECT}",
    "in order to (?:prevent|protect|isolate|maximi[sz]e|accentuate|target|increase|emphasi[sz]e)",
    r"(?<!want )(?<!wish )(?<!like )to "
    "(?:isolate|accentuate|emphasi[sz]e|maximi[sz]e|(?:avoid|prevent) injur(?:y|ies))",
    "(?:can|may|will|could) (?:cause|injure|lead to|result in|damage|put (?:undue )?(?:stress|strain|pressure))",
    "(?:the (?:wider|narrower|closer|higher|lower|further|deeper|slower|more)) [^.;]{3,60}, the "
    "(?:more|less|harder|easier|better|greater|higher|lower)",
)
_PRAISE = whole_words(
    r"(?:is|are|as|makes?(?: for)?|being) (?:also )?(?:a|an|one of the|the) (?:very |truly |really |most )?"
    "(?:great|excellent|best|fantastic|superb|wonderful|effective|ideal|favou?rite|amazing"
    r"|(?:good|perfect) (?:[\w-]+ "
    r")?(?:exercise|way|choice|option|drill|movement|alternative|tool|base|test|check|bridge"
    "|teacher|finisher|warm-up|addition))",
    "extremely (?:beneficial|effective|useful)",
    "(?:highly|very) (?:effective|beneficial)",
)
_PRAISING = (
    "great", "excellent", "best", "fantastic", "superb", "wonderful", "effective", "ideal", "favo", "amazing", "good",
    "perfect", "beneficial", "useful",
)  # fmt: skip
"""What no praise lacks."""
_NAMED = re.compile(
    r"^(?:the )?[\w' -]{3,60}? (?:is|are) (?:a|an|another) (?:\w+ )?(?:variation|variant|version)s? of\b"
)
_SKIPPED = (TipKind.SUBSTITUTE, TipKind.SAFETY)
_NO_CLAIM = whole_words(
    "how it works",
    "prevent it from",
    "help you (?:to )?(?:bring|grab|reach|start)",
    "will be your starting position",
    "this is (?:your|the) starting position",
)
_NO_CLAIM_STEMS = ("how it works", "prevent it", "help you", "starting position")


def check_statements(page: Reading, made: Sequence[Claim]) -> Iterator[Claim]:
    """A claim for each such sentence that no other claim is about; `made` are the others."""
    told: dict[str, list[str]] = {}
    looks = {claim.where for claim in made if claim.kind == "gaze"}
    for claim in made:
        for where in claim.where.split(", "):
            told.setdefault(where, []).append(claim.says)
    for sentence in page.sentences:
        above = sentence.where.partition(".")[0]
        if _is_told(sentence, told.get(sentence.where, ())) or _is_no_claim(sentence.lower):
            continue
        if above in looks and GAZE.search(sentence.lower):
            continue  # said once for the whole tip
        claim = _stated(sentence)
        if claim:
            yield claim


def _is_no_claim(lower: str) -> bool:
    return mentions(lower, _NO_CLAIM_STEMS) and _NO_CLAIM.search(lower) is not None


def _is_told(sentence: Sentence, claims: Iterable[str]) -> bool:
    return any(says.removesuffix(" …") in sentence.text for says in claims)


def _stated(sentence: Sentence) -> Claim | None:
    says, lower = shortened(sentence.text), sentence.lower
    if isinstance(sentence.owner, Tip) and sentence.owner.kind in _SKIPPED:
        return None
    if mentions(lower, _PRAISING) and _PRAISE.search(lower):
        basis = Basis(BasisKind.OPINION, "A judgement of worth; the page gives no measure for it.")
        return Claim("value", says, sentence.where, Verdict.OPINION, basis)
    if mentions(lower, ("variation", "variant", "version")) and _NAMED.match(lower):
        basis = Basis(BasisKind.OPINION, "What counts as a variation of what is a convention, not a fact to test.")
        return Claim("kinship", says, sentence.where, Verdict.OPINION, basis)
    is_effect = _OF_INSTRUCTION.search(lower) or (sentence.where == "overview" and _OF_EXERCISE.match(lower))
    if is_effect:
        basis = Basis(BasisKind.NONE, "Neither a study that we know of nor a computation of ours speaks of this.")
        return Claim("effect", says, sentence.where, Verdict.UNTESTED, basis)
    return None
