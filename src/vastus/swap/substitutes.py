"""The answer to "what can I do instead?": exercises and implements in one ranking, each told in full."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise
from vastus.reference.swaps import StandIn, SwapFacts
from vastus.reference.vocabulary import Vocabularies
from vastus.swap.candidate import Candidate, offers
from vastus.swap.changes import changes, said
from vastus.swap.implements import Offer, Worth, offered, scored
from vastus.swap.judgement import LEAST
from vastus.swap.kit import Kit
from vastus.swap.loads import equal_load
from vastus.swap.parts import Kinds
from vastus.swap.ranking import Scored, rank
from vastus.swap.safety import safety
from vastus.swap.substitute import Substitute

if TYPE_CHECKING:
    from vastus.swap.ground import Known

Choice = tuple[float, Callable[["Known | None"], Substitute]]
"""A score, and what tells the whole of it: only the best are told."""


class Swapping:
    """All exercises that may stand in for one another, with what is known of implements; made once, asked often."""

    def __init__(self, exercises: Iterable[Candidate], facts: SwapFacts, known: Vocabularies) -> None:
        self.candidates: Mapping[str, Candidate] = {each.id: each for each in exercises}
        self._facts, self._known = facts, known
        self._kinds = Kinds(facts.implements)

    def __len__(self) -> int:
        return len(self.candidates)

    def ranked(self, of: Candidate, kit: Kit, count: int | None = None) -> list[Scored]:
        """The exercises that the kit allows, best first; at least the best so many."""
        allowed = (each for each in self.candidates.values() if kit.allows(each))
        return rank(of, allowed, self._kinds, count=count, slack=kit.most_off)

    def equipment_near(self, of: Candidate, count: int) -> tuple[Equipment, ...]:
        """With what the nearest exercises and implements are done, nearest first."""
        offers = [(1.0, (offer.implement,)) for offer in offered(of, Kit())]
        near = [
            (each.score, tuple(each.candidate.exercise.equipment or ()))
            for each in self.ranked(of, Kit(), count)[:count]
        ]
        ordered = sorted((*offers, *near), key=lambda each: -each[0])
        return tuple(dict.fromkeys(implement for _, needs in ordered for implement in needs))

    def substitutes(self, of: Candidate, kit: Kit, limit: int, load: "Known | None" = None) -> tuple[Substitute, ...]:
        """The best of exercises and implements together, told in full."""
        found = sorted((*self._exercises(of, kit, limit), *self._implements(of, kit)), key=lambda each: -each[0])
        return tuple(tell(load) for _, tell in found[:limit])

    def _exercises(self, of: Candidate, kit: Kit, limit: int) -> Iterator[Choice]:
        for each in self.ranked(of, kit, limit):
            used = kit.stands_in(each.candidate) or ()
            score = each.score - sum(row.off for row in used)
            if score >= LEAST:
                yield score, partial(self._exercise, of.exercise, each, used, score)

    def _implements(self, of: Candidate, kit: Kit) -> Iterator[Choice]:
        for offer in offered(of, kit):
            done = self.candidates.get(offer.to, of) if offer.to else of
            if kit.spares(done):
                worth = scored(of, offer, done, self._kinds, self._facts.implements)
                if worth[0] >= LEAST:
                    yield worth[0], partial(self._implement, of.exercise, offer, done.exercise, worth)

    def _exercise(
        self, of: Exercise, found: Scored, used: tuple[StandIn, ...], score: float, load: "Known | None"
    ) -> Substitute:
        other = found.candidate.exercise
        uses = _uses(other, used)
        reason, what_changes = _page_words(of, other)
        return Substitute(
            of=other,
            implement=None,
            uses=uses,
            score=score,
            parts=found.parts,
            reason=reason,
            changes=(*said(reason, what_changes), *changes(of, other, used, self._known)),
            safety=safety(of, other, uses or (), self._facts),
            equal_load=equal_load(of, other, used[0].use if used else None, self._facts, load),
        )

    def _implement(self, of: Exercise, offer: Offer, done: Exercise, worth: Worth, load: "Known | None") -> Substitute:
        told = [*said(offer.reason, offer.what_changes)]
        if done is not of:
            told += [f"It is then done as {done.name}", *changes(of, done, (), self._known)]
        return Substitute(
            of=done,
            implement=offer.implement,
            uses=(offer.implement,),
            score=worth[0],
            parts=worth[1],
            reason=offer.reason,
            changes=tuple(told),
            safety=safety(of, done, (offer.implement,), self._facts),
            equal_load=equal_load(of, done, offer.implement, self._facts, load),
        )


def _uses(exercise: Exercise, used: tuple[StandIn, ...]) -> tuple[Equipment, ...] | None:
    """What an exercise is done with once stand-ins have taken their places."""
    if exercise.equipment is None:
        return None
    by_missing = {row.missing: row.use for row in used}
    return tuple(dict.fromkeys(by_missing.get(each, each) for each in exercise.equipment))


def _page_words(of: Exercise, other: Exercise) -> tuple[str | None, str | None]:
    """When the page names the other one, and what then changes, in its words."""
    for swap in of.swaps:
        if swap.to == other.id:
            return swap.reason, swap.what_changes
    for tip in offers(of):
        if tip.to == other.id and not tip.equipment:
            return tip.condition, tip.text
    return None, None
