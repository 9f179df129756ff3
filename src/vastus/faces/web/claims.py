"""What was checked of a page, as its section of the exercise page: rendered once for each state of an exercise."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from vastus.domain.claim import Claim, Verdict
from vastus.domain.exercise import Exercise
from vastus.faces.claims import BASIS_WORDS, VERDICT_SIGNS, VERDICT_WORDS, by_verdict, calculator_query, number_words
from vastus.usecases.check_claims import check_claims

MOST_KEPT = 1024
"""Sections; some 10 kB each at the very most, so 10 MB."""
_OPEN = (Verdict.CONTRADICTED,)


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim in words: `numbers` as "mass 100 kg", `calculator` the query of the sled calculator set to them."""

    kind: str
    says: str
    where: str
    basis: str
    text: str
    numbers: tuple[str, ...]
    calculator: str | None


@dataclass(frozen=True, slots=True)
class ShownVerdict:
    """The claims of one verdict; its sign stands beside its word, color is never the only carrier."""

    id: str
    word: str
    sign: str
    claims: tuple[ShownClaim, ...]
    is_open: bool


def shown(claims: Sequence[Claim]) -> tuple[ShownVerdict, ...]:
    """Claims as the page shows them."""
    return tuple(
        ShownVerdict(
            verdict.value, VERDICT_WORDS[verdict], VERDICT_SIGNS[verdict], tuple(map(_shown, kept)), verdict in _OPEN
        )
        for verdict, kept in by_verdict(claims).items()
    )


def _shown(claim: Claim) -> ShownClaim:
    numbers: Mapping[str, float] = claim.basis.numbers
    return ShownClaim(
        claim.kind.replace("_", " "),
        claim.says,
        claim.where,
        BASIS_WORDS[claim.basis.kind],
        claim.basis.text,
        tuple(number_words(name, value) for name, value in numbers.items()),
        calculator_query(claim),
    )


class Sections:
    """Rendered sections by the content of their exercise, so that no change is missed; the oldest go first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[bytes, str] = OrderedDict()

    def of(self, exercise: Exercise, render: Callable[[tuple[ShownVerdict, ...]], str]) -> str:
        """The section of an exercise; `render` makes it where it is not kept."""
        key = hashlib.blake2b(msgspec.json.encode(exercise), digest_size=16).digest()
        section = self._kept.get(key)
        if section is None:
            section = self._kept[key] = render(shown(check_claims(exercise)))
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return section
