"""What a page offers in place of its sled: a car, a plate. Equal force can be computed; equal exercise it is not.

Sources: rolling resistance, hand force and friction are rows of `reference/surfaces.csv`; the rest is statics.
"""

from collections.abc import Callable, Iterator

from vastus.check.claims.places import shortened, tip_places
from vastus.check.claims.reading import Reading
from vastus.check.claims.setup import LINE
from vastus.check.claims.statics import Example
from vastus.domain.claim import Basis, BasisKind, Claim, Verdict
from vastus.domain.equipment import Equipment
from vastus.mechanics.kernels import implements
from vastus.prose.patterns import whole_words
from vastus.prose.sentences import leveled
from vastus.reference.surfaces import Constant, surfaces
from vastus.units import STANDARD_GRAVITY as G

SAME = whole_words(
    "(?:the )?same (?:job|thing|effect|exercise|work|benefits?|results?|movement|stimulus)",
    "just as (?:good|well|effective)",
    "equally (?:good|effective|well)", "identical", "equivalent", "no difference", "makes no difference",
)  # fmt: skip
"""How a page says outright that two things are equal."""
_CAR_SAFETY = whole_words("brakes?", "driver", "steer\\w*", "behind the wheel", "keeps? rolling", "rolls on")
_PLATE_KG = 20.0
_SPEED = 1.0  # m/s, walking pace of a push
_ACCEL = 0.1  # m/s², a gentle start


def check_sled_swaps(page: Reading, it: Example) -> Iterator[Claim]:
    """A claim for each car or plate that a page offers; where the offer stands is the tip that names it."""
    for swap in page.exercise.swaps:
        judge = _JUDGES.get(swap.to)
        if judge is None:
            continue
        where, said = _offered(page, swap.to)
        is_equal = SAME.search(leveled(said)) is not None
        verdict, basis = judge(page, it)
        says = f"“{shortened(said)}”" if is_equal else f"a {swap.to} can stand in for the sled"
        yield Claim("equivalence", says, where, Verdict.CONTRADICTED if is_equal else verdict, basis)
        if swap.to == Equipment.CAR and not _CAR_SAFETY.search(page.words):
            text = (
                "A car does not stop when you stop: somebody sits at the brake, the ground is level, nothing and "
                "nobody stands in front, and with the engine off brakes and steering are weak. Statics of the car, "
                "and our judgement [A]"
            )
            yield Claim(
                "safety", "the page does not say how a car is pushed safely", "not on the page", Verdict.DEPENDS,
                Basis(BasisKind.OPINION, text),
            )  # fmt: skip


def _offered(page: Reading, to: str) -> tuple[str, str]:
    for where, tip in tip_places(page.exercise):
        if to in tip.equipment:
            return where, tip.text
    return "swaps", ""


def _car(_: Reading, it: Example) -> tuple[Verdict, Basis]:
    known = surfaces()
    rolls = known.fact(Constant.ROLLING_RESISTANCE, "asphalt").interval
    car = known.fact(Constant.CAR_MASS, "car").interval.value
    inertia = known.fact(Constant.ROLLING_INERTIA, "car").interval.value
    low, high = (float(implements.rolling_force(car, each)) for each in (rolls.low, rolls.high))
    equal_low, equal_high = low / (it.mu * G), high / (it.mu * G)
    start, sled_start = inertia * car * _ACCEL, it.mass_kg * _ACCEL
    sled_glide = _SPEED**2 / (2 * it.mu * G)
    glides = [inertia * _SPEED**2 / (2 * each * G) for each in (rolls.high, rolls.low)]
    return Verdict.DEPENDS, Basis(
        BasisKind.COMPUTATION,
        f"Not equal. On flat asphalt a car of {car:g} kg resists with C_rr m g = {low:.0f} to {high:.0f} N, as much "
        f"as a sled of {equal_low:.0f} to {equal_high:.0f} kg in all at mu {it.mu:g}. Its inertia is another matter: "
        f"a start of {_ACCEL:g} m/s² takes {start:.0f} N more, of a sled of {it.mass_kg:g} kg {sled_start:.0f} N, "
        f"and at {_SPEED:g} m/s a sled glides {sled_glide:.2f} m when you stop, the car {glides[0]:.1f} to "
        f"{glides[1]:.1f} m. It also has a height for the back or the hands that cannot be chosen, and a slope "
        f"of 1 % adds {car * G * 0.01:.0f} N.",
        {
            name: round(value, 4)
            for name, value in {
                "car_kg": car, "rolling_resistance_low": rolls.low, "rolling_resistance_high": rolls.high,
                "force_n_low": low, "force_n_high": high, "mu": it.mu, "equal_sled_kg_low": equal_low,
                "equal_sled_kg_high": equal_high, "accel_m_s2": _ACCEL, "inertia_factor": inertia,
                "start_n": start, "mass_kg": it.mass_kg,
                "start_sled_n": sled_start, "speed_m_s": _SPEED, "glide_sled_m": sled_glide, "glide_m_low": glides[0],
                "glide_m_high": glides[1], "slope_1_percent_n": car * G * 0.01,
            }.items()
        },
    )  # fmt: skip


def _plate(page: Reading, it: Example) -> tuple[Verdict, Basis]:
    hand = surfaces().fact(Constant.HAND_FORCE, "plate").interval
    if page.setup.contact == LINE:
        force = it.mu * _PLATE_KG * G
        return Verdict.DEPENDS, Basis(
            BasisKind.COMPUTATION,
            f"A plate on a strap drags with mu m g: {_PLATE_KG:g} kg give {force:.0f} N at mu {it.mu:g}, so it "
            "equals a sled only of its own mass and friction, and the friction of iron on that ground has not been "
            "measured.",
            {"plate_kg": _PLATE_KG, "mu": it.mu, "force_n": round(force, 1)},
        )
    low, high = (float(implements.plate_force(_PLATE_KG, it.mu, each)) for each in (hand.low, hand.high))
    text = (
        f"Leaning on a plate adds hand force: mu (m g + V) makes {_PLATE_KG:g} kg with {hand.low:g} to {hand.high:g} "
        f"N of hand drag with {low:.0f} to {high:.0f} N at mu {it.mu:g}, like {low / it.mu / G:.0f} to "
        f"{high / it.mu / G:.0f} kg of sled. The friction of iron on that ground has not been measured."
    )
    numbers = {
        "plate_kg": _PLATE_KG, "hand_force_n_low": hand.low, "hand_force_n_high": hand.high, "mu": it.mu,
        "force_n_low": round(low, 1), "force_n_high": round(high, 1), "equal_sled_kg_low": round(low / it.mu / G, 1),
        "equal_sled_kg_high": round(high / it.mu / G, 1),
    }  # fmt: skip
    if page.setup.is_backed:
        text = (
            "Not the same exercise: a plate has no height for the back, so it becomes a bent-over push with the hands. "
            + text
        )
        return Verdict.CONTRADICTED, Basis(BasisKind.COMPUTATION, text, numbers)
    return Verdict.DEPENDS, Basis(BasisKind.COMPUTATION, "Not equal: you bend to the floor. " + text, numbers)


_JUDGES: dict[str, Callable[[Reading, Example], tuple[Verdict, Basis]]] = {
    Equipment.CAR: _car,
    Equipment.PLATE: _plate,
}
