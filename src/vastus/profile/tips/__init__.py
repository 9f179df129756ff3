"""What a tip is and what it says, by plain rules over its words; `docs/understanding.md` reports how they do."""

from vastus.profile.tips.reader import read_tips
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.understanding import understand

__all__ = ["Reading", "read_tips", "understand"]
