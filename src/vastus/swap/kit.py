"""What there is, and what is to be avoided."""

from dataclasses import dataclass

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Demand
from vastus.reference.swaps import StandIn
from vastus.swap.candidate import Candidate


@dataclass(frozen=True, slots=True)
class Kit:
    """The equipment at hand (None when nothing was said: then everything is), and equipment and demands to do without.

    `everywhere` is what needs no mention: the body, a wall. Whoever wants to do without it says so.
    """

    have: frozenset[Equipment] | None = None
    avoided: frozenset[Equipment] = frozenset()
    spared: frozenset[Demand] = frozenset()
    everywhere: frozenset[Equipment] = frozenset()
    stand_ins: tuple[StandIn, ...] = ()

    def has(self, implement: Equipment) -> bool:
        """Whether an implement is at hand."""
        return implement not in self.avoided and (
            self.have is None or implement in self.have or implement in self.everywhere
        )

    @property
    def most_off(self) -> float:
        """The most that its stand-ins can take off a score."""
        return sum(row.off for row in self.stand_ins if not self.has(row.missing) and self.has(row.use))

    def stands_in(self, candidate: Candidate) -> tuple[StandIn, ...] | None:
        """What takes the place of what is not at hand; empty when all of it is, None when that cannot be.

        Where a page does not tell what it needs, only everything is enough.
        """
        needs = candidate.needs
        if needs is None:
            return () if self.have is None and not self.avoided else None
        missing_ones = [each for each in needs if not self.has(each)]
        if not missing_ones:
            return ()
        used: list[StandIn] = []
        for missing in sorted(missing_ones):
            row = next((row for row in self.stand_ins if row.missing is missing and self._fits(row, candidate)), None)
            if row is None:
                return None
            used.append(row)
        return tuple(used)

    def _fits(self, row: StandIn, candidate: Candidate) -> bool:
        return (
            self.has(row.use)
            and (row.beside is None or row.beside in (candidate.needs or ()))
            and (not row.as_load or candidate.counts_load)
            and (row.not_type is None or row.not_type is not candidate.exercise.type)
        )

    def spares(self, candidate: Candidate) -> bool:
        """Whether an exercise asks for nothing that is to be spared."""
        return self.spared.isdisjoint(candidate.exercise.demands)

    def allows(self, candidate: Candidate) -> bool:
        """Whether an exercise can be done with what there is, and spares what is to be spared."""
        return self.spares(candidate) and self.stands_in(candidate) is not None
