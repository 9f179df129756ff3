"""A tip's text, made ready for the rules."""

import re
from collections.abc import Set as AbstractSet

from msgspec import Struct

from vastus.domain.equipment import Equipment
from vastus.domain.page import Span
from vastus.profile.conditionals import Conditional, read_conditional, trimmed
from vastus.profile.tips.lexicon import COLON, CONDITION, QUESTION, families_of, words
from vastus.profile.tips.things import things
from vastus.prose.sentences import lowered, plain, sentences
from vastus.prose.terms import Term

LONGEST = 2_000  # characters that the rules look at: no tip is that long, and a longer text costs no more

_LEAD = re.compile(
    r"""
    (?:(?:pro|quick|key|bonus|helpful|training|exercise|coach(?:'s|ing)?|form|extra|expert)\ )?(?:tip|note|hint
    |remember|important|reminder|fyi|nb|p\.?s\.?)s?(?:\ \#?\d+)?\s*[:–—-]\s+|[-•*>]\s+|\(?\d{1,2}[.)]\s+
    """,
    re.VERBOSE,
)


class Told(Struct):
    """A tip as the rules see it.

    `lower` is the text in lower case with straight quotes, letter by letter, so that offsets hold in both; `start` is
    where it begins behind a "Tip:"; `words` are its words and `marks` their families; `conditional` is the first one.
    """

    lower: str
    start: int
    words: frozenset[str]
    marks: int
    sentences: list[Span]
    conditional: Conditional | None
    _things: list[Term[Equipment]] | None = None

    @property
    def things(self) -> list[Term[Equipment]]:
        """The implements and other things that can be offered, left to right; looked for once."""
        if self._things is None:
            self._things = things(self.lower, self.words)
        return self._things

    def names_thing(self, start: int, end: int) -> bool:
        """Whether one of the things stands in the stretch."""
        return any(start <= thing.start and thing.end <= end for thing in self.things)

    @property
    def end(self) -> int:
        """Where the text ends."""
        return len(self.lower)

    def places(self, words: AbstractSet[str]) -> list[int]:
        """Where one of the words stands, or a longer one that starts with it, left to right."""
        lower, found = self.lower, list[int]()
        for word in words & self.words:
            at = lower.find(word)
            while at >= 0:
                if not lower[at - 1 : at].isalnum():
                    found.append(at)
                at = lower.find(word, at + 1)
        return sorted(found)

    def sentence_start(self, at: int) -> int:
        """Where the sentence begins that holds an offset."""
        return next((start for start, end in self.sentences if start <= at < end), self.start)

    def sentence_end(self, at: int) -> int:
        """Where the sentence ends that holds an offset."""
        return next((end for _, end in self.sentences if end >= at), self.end)

    def clause(self) -> Span | None:
        """The words of the condition, if there is one."""
        return trimmed(self.lower, *self.conditional.clause) if self.conditional else None


def tell(printed: str) -> Told:
    """Make a tip's text ready."""
    text = plain(printed[:LONGEST])
    lower = lowered(text)
    lead = _LEAD.match(lower)
    start = lead.end() if lead else 0
    if start:
        spans = [(max(a, start), b) for a, b in sentences(text) if b > start] or [(start, len(text))]
    else:
        spans = sentences(text) or [(0, len(text))]
    found = words(lower)
    families = families_of(found) | ("?" in lower and QUESTION) | (":" in lower and COLON)
    return Told(lower, start, found, families, spans, _conditional(lower, spans) if families & CONDITION else None)


def _conditional(lower: str, spans: list[Span]) -> Conditional | None:
    for start, end in spans:
        found = read_conditional(lower, start, end)
        if found:
            return found
    return None
