"""A page as the rules for claims see it: the exercise, its sentences and its setup, each read once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from vastus.check.claims.places import Sentence, read_sentences
from vastus.check.claims.setup import Setup, read_setup
from vastus.domain.exercise import Exercise
from vastus.prose.sentences import leveled
from vastus.reference.evidence import Applies


@dataclass(frozen=True)
class Reading:
    """An exercise with what several rules need of it."""

    exercise: Exercise

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, in the page's order."""
        return read_sentences(self.exercise)

    @cached_property
    def setup(self) -> Setup:
        """What is moved over the ground, and how."""
        return read_setup(self.exercise)

    @cached_property
    def name(self) -> str:
        """Its name as patterns read it."""
        return leveled(self.exercise.name)

    @cached_property
    def words(self) -> str:
        """All that is said, parts of tips included, as patterns read it."""
        return leveled(" ".join(self._texts()))

    def _texts(self) -> Iterator[str]:
        yield from (each.text for each in self.sentences)
        waiting = list(self.exercise.tips)
        while waiting:
            tip = waiting.pop()
            waiting += tip.children
            yield from (each for each in (tip.sign, tip.condition, tip.advice, *tip.causes, *tip.fixes) if each)
        yield from (use.dose.load for use in self.exercise.uses if use.dose and use.dose.load)
        yield from (swap.what_changes for swap in self.exercise.swaps if swap.what_changes)

    def fits(self, applies: Applies) -> bool:
        """Whether a row of evidence or a hazard speaks of such an exercise."""
        return self.setup.fits(applies, self.name, self.exercise.equipment or ())
