"""Words: promises and diagnoses that we never write, filler, units, spelling, and how hard a page is to read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vastus.check.editorial.texts import Piece, pieces, remark, sentences_of, words_of
from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding
from vastus.prose.patterns import whole_words
from vastus.prose.sentences import leveled

_LONGEST = 40
"""Words in a sentence: our bound; the longest sentence that still reads at one go in the gym has fewer."""
_HARDEST = 8.0
"""Flesch-Kincaid grade of a whole page: what a 13-year-old reads, which Flesch called plain English."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Words that no page of ours holds, what is wrong with them, and what to do."""

    rule: str
    pattern: re.Pattern[str]
    what: str
    hint: str


_CONDITIONS = (
    r"(?:\w+itis|\w+osis|\w+pathy|syndrome|impingement|hernia|herniation|tear|strain|sprain|sciatica|injury|"
    r"(?:slipped|bulging|herniated) dis[ck]|imbalances?|dysfunction|instability)"
)
_REFUSED = (
    Refused(
        "promise",
        whole_words(
            r"prevent\w*(?: \w+){0,3} (?:injur\w+|pain|falls?|damage)", r"injury[- ](?:proof|free|prevention)",
            r"bullet[- ]?proof\w*", r"avoids? injur\w+", r"protects?(?: \w+){0,3} (?:from|against) injur\w+",
            r"cur(?:e|es|ed|ing)(?= )", r"heal(?:s|ed|ing)? (?:your|the|a|an|injur\w+)", "guarantee[sd]?", "miracle",
            "risk[- ]free", r"(?:completely|perfectly|totally|always) safe",
            "safe for (?:everyone|everybody|anyone|all)", r"(?:eliminat|relie[fv]|eras)\w*(?: \w+){0,3} pain",
            r"(?:scientifically|clinically) (?:proven|shown)", "proven to",
            r"(?:fix|correct)(?:es|s|ing)? (?:your|bad|poor) (?:posture|back|knees?|shoulders?)",
            "burns? (?:belly )?fat", r"melts? \w*fat", "boosts? (?:your |the )?metabolism", r"spot[- ]reduc\w+",
            r"detox\w*", "toxins?", "anti-?aging",
        ),
        "it promises what nobody can keep",
        "say what the exercise trains or what it often helps with, and cite it",
    ),
    Refused(
        "diagnosis",
        re.compile(
            rf"(?<!if )\byou (?:probably |likely |may |might |must |surely |clearly )?(?:have|suffer from) "
            rf"(?:\w+ ){{0,3}}{_CONDITIONS}\b"
            rf"|\b(?:is|are) (?:a )?(?:sure |clear |typical )?signs? of (?:\w+ ){{0,3}}{_CONDITIONS}\b"
            rf"|\bmeans (?:that )?(?:you have|your \w+ (?:is|are) (?:torn|injured|inflamed|weak))\b",
            re.IGNORECASE,
        ),
        "it tells the reader what is wrong with them",
        "describe what is seen or felt, and send them to a clinician",
    ),
    Refused(
        "filler",
        whole_words(
            "simply", "basically", "of course", "needless to say", "make sure", "be sure", "ensure that",
            "(?:it is|it's) (?:important|essential|crucial|vital|key)", "important to note", "keep in mind",
            "in order to", "remember to",
            "(?:great|excellent|fantastic|amazing|perfect|powerful|effective) (?:exercise|way|tool|move)",
            "next level", r"game[- ]changer", "ultimate", "secret", r"no pain,? no gain", "feel the burn",
            r"mind[- ]muscle", r"ton(?:e|es|ed|ing) (?:your|the|up)", r"sculpt\w*", r"shred\w*", "beast",
            "wide range of", "a variety of", "when it comes to", "not only", "dive in", r"delv\w+", r"unleash\w*",
            r"engag\w+ (?:your|the) (?:core|abs|glutes)", r"(?:tight|braced|engaged|strong) core",
            "core (?:tight|braced|engaged)", "(?:brace|tighten) (?:your|the) (?:core|abs)",
            "(?:chest|head) up and (?:your |the )?back (?:straight|flat)",
            r"(?:slow(?:ly)?|smooth(?:ly)?) and controlled", "slow and steady",
            "in a controlled (?:manner|motion|fashion|way)", "starting position",
            "(?:desired|recommended|required|prescribed|given) (?:number|amount) of",
            "throughout the (?:entire |whole )?(?:movement|exercise|motion)", "proper form", "good form",
            "perfect form", "correct form",
        ),
        "a stock phrase that tells the reader nothing",
        "say what to do with which part, and what it looks or feels like",
    ),
    Refused(
        "voice",
        whole_words(
            "the (?:athlete|lifter|trainee|exerciser|user|performer|individual)", "one should", "let's", "I", "my",
            "we", "our",
        ),
        "the reader is not spoken to",
        "write to 'you'",
    ),
    Refused("voice", re.compile(r"!|—| [–-] "), "an exclamation mark or a dash", "use a full stop, a comma or a colon"),
    Refused(
        "unit",
        whole_words(
            r"\d+(?:\.\d+)? ?(?:lbs?|pounds?|oz|ounces?|inch(?:es)?|feet|foot|ft|yards?|yds?|miles?)", "inch(?:es)?",
            "yards", "miles?", "lbs?",
        ),
        "not a unit of the library",
        "write kg, g, m, cm, km, s, min or h; faces convert them for the reader",
    ),
    Refused(
        "unit",
        re.compile(r"\b\d+(?:\.\d+)?(?:kgs?|g|cm|mm|m|km|s|secs?|mins?|min|h|hrs?|N|W|%)(?![\w-])"),
        "a number without a space before its unit",
        "write '20 kg', '5 %'",
    ),
    Refused(
        "unit",
        re.compile(
            r"\b\d+ ?(?:kgs|secs?|mins|hrs?|mtrs?|kilos?)\b|\bkilos\b|\bsecs\b|\bmins\b"
            r"|\d ?[x×] ?\d|\b\d+-\d+\b"
        ),
        "a short form that is no symbol",
        "write '20 kg', '30 seconds' or '30 s', '3 sets of 8', '8 to 12'",
    ),
    Refused(
        "spelling",
        whole_words(
            r"cent(?:er)(?:s|ed|ing)?", r"met(?:er)s?", r"(?:centi|milli|kilo)meters?", r"fibers?", r"colors?",
            r"favor\w*", r"neighbor\w*", "gray", r"behavior\w*", r"labor\w*", "odor", r"programs?(?! of)",
            r"judgment", "airplane", r"mold\w*",
        ),
        "an American spelling",
        "the prose of the library is British: centre, metre, fibre, colour, programme, judgement",
    ),
)  # fmt: skip


def check_wording(exercise: Exercise) -> Iterator[Finding]:
    """A finding for each phrase that we do not write, and for prose that is hard to read."""
    for piece in pieces(exercise):
        for refused in _REFUSED:
            found = refused.pattern.search(leveled(piece.text))
            if found:
                yield remark(
                    refused.rule, piece.field, f"'{found.group().strip()}': {refused.what}", refused.hint, piece.text
                )
        for sentence in sentences_of(piece):
            count = len(words_of(sentence))
            if count > _LONGEST:
                yield remark(
                    "sentence-length",
                    piece.field,
                    f"a sentence of {count} words",
                    f"split it; {_LONGEST} are the most",
                    sentence,
                )
    grade = reading_grade([piece for piece in pieces(exercise) if piece.is_sentence])
    if grade > _HARDEST:
        yield remark(
            "reading-level", "overview, steps and tips", f"Flesch-Kincaid grade {grade:.1f}",
            f"shorter sentences and words until it is {_HARDEST:g} or less",
        )  # fmt: skip


def reading_grade(read: list[Piece]) -> float:
    """Flesch-Kincaid grade level: 0.39 words a sentence + 11.8 syllables a word - 15.59.

    Source: Kincaid et al. 1975, Naval Technical Training Command, Research Branch Report 8-75. Syllables are counted
    by groups of vowels, which is a little too high or too low for a word and right enough for a page.

    >>> round(reading_grade([Piece("overview", "The cat sat on the mat.", is_sentence=True)]), 1)
    -1.4
    """
    lines = [words_of(sentence) for piece in read for sentence in sentences_of(piece)]
    count = sum(map(len, lines))
    if not count:
        return 0.0
    return 0.39 * count / len(lines) + 11.8 * sum(_syllables(word) for line in lines for word in line) / count - 15.59


_VOWELS = re.compile(r"[aeiouy]+")


def _syllables(word: str) -> int:
    count = len(_VOWELS.findall(word))
    if word.endswith("e") and not word.endswith(("le", "ee")):
        count -= 1
    if word.endswith("ed") and not word.endswith(("ted", "ded")):
        count -= 1
    return max(count, 1)
