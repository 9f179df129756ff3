"""What a page's substitute tips offer instead, as swaps."""

from collections.abc import Iterable, Iterator

from vastus.domain.equipment import Surface
from vastus.domain.exercise import Swap, Tip, TipKind
from vastus.prose.patterns import any_of, whole_words
from vastus.prose.sentences import leveled

_SURFACE = whole_words(
    r"(?:on|across|over|along)\b[^.,;]{0,25}?\b"
    + any_of(
        "(?P<turf>astro-?turf|turf|artificial grass)",
        "(?P<grass>grass|field|lawn|pitch)",
        "(?P<track>track)",
        "(?P<rubber>rubber (?:floor|mats?))",
        "(?P<concrete>concrete|asphalt|pavement|car park|parking lot)",
        "(?P<wood>wooden floor|hardwood)",
        "(?P<sand>sand|beach)",
        "(?P<snow>snow|ice)",
    )
)


def read_swaps(tips: Iterable[Tip]) -> tuple[Swap, ...]:
    """One swap for every implement that a substitute tip offers; a surface belongs to the last one named."""
    found: dict[str, Swap] = {}
    for swap in _swaps(tips):
        found.setdefault(swap.to, swap)
    return tuple(found.values())


def _swaps(tips: Iterable[Tip]) -> Iterator[Swap]:
    for tip in tips:
        if tip.kind is TipKind.SUBSTITUTE:
            ground = _SURFACE.search(leveled(tip.text))
            for equipment in tip.equipment:
                is_last = equipment is tip.equipment[-1]
                surface = Surface(ground.lastgroup) if ground and ground.lastgroup and is_last else None
                yield Swap(equipment.value, reason=tip.condition, surface=surface, span=tip.evidence)
            if tip.to:
                yield Swap(tip.to, reason=tip.condition, span=tip.evidence)
        yield from _swaps(tip.children)
