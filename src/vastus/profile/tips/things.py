"""Things that a tip can offer: implements of the vocabulary, and what a household has instead."""

import re
from collections.abc import Set as AbstractSet

from vastus.domain.equipment import Equipment
from vastus.prose.terms import Term, equipment_terms

# Things that are no implement of a gym and are offered all the same; `other` in the vocabulary.
_HOUSEHOLD = re.compile(
    r"""
    \b(?:(?:rolled|folded|rolled-up|small|bath|beach|hand|couple\ of)\ )*(?:
    # cloth, bags and straps
    towels?|socks?|pillow(?:case)?s?|cushions?|blankets?|bed\s?sheets?|t-shirts?|scarf|scarves|tights|stockings
    |belts?|dog\ leash|backpacks?|rucksacks?|knapsacks?|suitcases?|duffel\ bags?|gym\ bags?|tote\ bags?
    |shopping\ bags?|school\ ?bags?|pack\ full|bags?\ (?:of|filled)|sacks?\ of|sacks?|bin\ bags?
    # bottles, cans, tools
    |(?:milk|water|detergent|plastic)?\ ?(?:jugs?|bottles?|canisters?|jerry\s?cans?|cartons?|gallons?)
    |(?:paint|soup|tin|bean|food)\ cans?|cans?\ of|tins?(?:\ of)?|buckets?|kegs?|paint\ pots?
    |broom(?:\s?stick|\ handle)?s?|brooms?|mop\ handles?|dowels?(?:\ rods?)?|pvc(?:\ pipes?)?|pipes?
    |sticks?(?!\ (?:with|to|it|out))|rolling\ pins?|hiking\ poles?|ski\ poles?|umbrellas?|hammers?
    |sledgehammers?|paper\ plates?|furniture\ (?:pads?|glides?)|frisbees?|magazines?|books?|bricks?
    |cinder\ blocks?|wheelbarrows?|shopping\ (?:cart|trolley)s?|skateboards?|tennis\ balls?|golf\ balls?
    |basketballs?|soccer\ balls?|footballs?|volleyballs?
    # furniture and places
    |(?:sturdy|stable|kitchen|dining|coffee|park|picnic|office)?\ ?(?:chairs?|stools?|sofas?|couch(?:es)?
    |tables?|desks?|beds?|ottomans?|armchairs?|countertops?|worktops?)|stairs?|staircases?|stairwells?
    |bottom\ step|kerbs?|curbs?|ledges?|hills?|hillside|slopes?|(?:tree\ |stout\ |sturdy\ )?branch(?:es)?
    |monkey\ bars|swing\ sets?|climbing\ frames?|playgrounds?|railings?|handrails?|banisters?
    # training gear outside of the vocabulary
    |(?:neutral-grip|football|swiss|safety\ squat|cambered|multi-grip|duffalo|buffalo|axle|thick)\ bars?
    |weighted\ vests?|weight\ vests?|ankle\ weights?|harness(?:es)?|suspension\ straps?|ab\ wheels?
    |(?:cuff|wrist)\ weights?|bikes?|bicycles?|airdyne|doorways?|yoga\ blocks?|foam\ pads?|airex|yoga\ mats?)\b
    """,
    re.VERBOSE,
)
# One of these is in every match of the pattern; cheaper to ask for.
_HOUSEHOLD_WORDS = frozenset(
    word
    for noun in """
        towel sock pillow pillowcase cushion blanket sheet bedsheet t-shirt scarf scarves tights stocking belt
        leash backpack rucksack knapsack suitcase bag pack schoolbag sack jug bottle canister jerrycan jerry
        carton gallon cans tin bucket keg pot broom broomstick mop dowel pvc pipe stick rolling hiking ski
        umbrella hammer sledgehammer paper furniture frisbee magazine book brick cinder wheelbarrow cart trolley
        skateboard tennis golf basketball soccer football volleyball chair stool sofa couch couches table desk
        bed ottoman armchair countertop worktop stair staircase stairwell bottom kerb curb ledge hill hillside
        slope branch branches monkey swing climbing playground railing handrail banister vest ankle wrist cuff
        harness harnesses suspension ab bike bicycle airdyne doorway airex yoga foam neutral-grip swiss safety
        cambered multi-grip duffalo buffalo axle thick
        """.split()
    for word in (noun, noun + "s", f"rolled-up-{noun}")
)


def things(lower: str, words: AbstractSet[str]) -> list[Term[Equipment]]:
    """Everything in a text with these words that can be offered, left to right."""
    found: list[Term[Equipment]] = []
    if not _HOUSEHOLD_WORDS.isdisjoint(words):
        found.extend(Term(Equipment.OTHER, *match.span()) for match in _HOUSEHOLD.finditer(lower))
    household = tuple(found)
    if not equipment_terms().first_words.isdisjoint(words):
        found.extend(
            term
            for term in equipment_terms().find(lower)
            if not any(term.start < other.end and other.start < term.end for other in household)
        )
    return sorted(found, key=lambda term: term.start)
