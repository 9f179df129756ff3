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

    def stands_in(self, needs: frozenset[Equipment]) -> tuple[StandIn, ...] | None:
        """What takes the place of what is not at hand; empty when all of it is, None when that cannot be."""
        used: list[StandIn] = []
        for missing in needs:
            if self.has(missing):
                continue
            for row in self.stand_ins:
                if row.missing is missing and self.has(row.use) and (row.beside is None or row.beside in needs):
                    used.append(row)
                    break
            else:
                return None
        return tuple(used)

    def equips(self, candidate: Candidate) -> bool:
        """Whether an exercise can be done with it; where the page does not tell what it needs, only with everything."""
        if candidate.needs is None:
            return self.have is None and not self.avoided
        return self.stands_in(candidate.needs) is not None

    def spares(self, candidate: Candidate) -> bool:
        """Whether an exercise asks for nothing that is to be spared."""
        return self.spared.isdisjoint(candidate.demands)

    def allows(self, candidate: Candidate) -> bool:
        """Both."""
        return self.spares(candidate) and self.equips(candidate)
