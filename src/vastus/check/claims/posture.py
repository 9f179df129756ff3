"""How a pushed sled is held: contact height, recline, where the plates lie, starts, and what tilting does to the drag.

What holds for every number: the center of pressure is x_g + mu h - mu tan(theta) (x_g - x_p), so a lower push and a
push with a downward part move it back, and mass cancels. Under constant mu the drag is mu N whatever the tilt.
Source: statics of a rigid sled with Coulomb friction, see `mechanics`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from vastus.check.claims.omissions import WHERE
from vastus.check.claims.places import shortened, tip_places
from vastus.check.claims.reading import Reading
from vastus.check.claims.statics import RECLINE_DEG, Example
from vastus.check.contradictions import statements
from vastus.domain.claim import Basis, BasisKind, Claim, Verdict
from vastus.domain.exercise import Tip
from vastus.prose.patterns import any_of, whole_words
from vastus.prose.sentences import leveled, sentences
from vastus.units import STANDARD_GRAVITY as G

_TIPS = whole_words(
    rf"{any_of('front', 'nose', 'sled', 'it', 'far edge', 'front edge', 'tip', 'skids', 'runners')}\b[^.;]{{0,40}}?\b"
    + any_of(
        "dig(?:s|ging)?", "bit(?:e|es|ing)", "plough(?:s|ing)?", "plow(?:s|ing)?", "tip(?:s|ped|ping)?",
        "tilt(?:s|ed|ing)?", "bow(?:s|ed)?", "grind(?:s|ing)?", "scrap(?:e|es|ing)", "nose[- ]div\\w+",
    )
)  # fmt: skip
_UPRIGHT = whole_words(
    "(?:too |more |stay(?:ing)? |become |get |keep )upright",
    "upright (?:torso|trunk|back)",
    r"(?:torso|trunk|back|body) (?:\w+ ){0,2}(?:upright|vertical)",
    "stand(?:ing)? (?:up too|taller|straighter)",
)
_LOWER = whole_words(
    "(?:set ?up|hold|grip|push|contact|hands?|back|posts?|poles?|handles?)\\b[^.;]{0,30}\\b(?:lower|down)\\b(?! to)",
    "lower (?:on|down|grip|handles?|contact|hands)",
    "too low",
    "(?:slide|move|let|put|place) (?:your |the )?(?:hands?|contact|back|grip)\\b[^.;]{0,20}\\b(?:down|lower)",
)
_HIGHER = whole_words(
    "(?:set ?up|hold|back|hands?|grip|contact|handles?|push(?:ing|ed)?|pressed)\\b[^.;]{0,30}\\bhigh(?:er)?(?: up)?",
    "near the top of the poles",
    "higher (?:on|up|grip|handles?|contact|hands)",
    "(?:slide|move) (?:your |the )?(?:hands?|contact|back|grip) up",
)
_RECLINE = whole_words("reclin\\w+", "inclin\\w+", "lean(?:ing|s)? back(?:wards?)?")
_PLATES = whole_words(
    "(?:plates?|weight|load)\\b[^.;]{0,25}\\b(?:toward|towards|to|near|on) (?:the |your "
    ")(?:poles?|posts?|uprights|side|push\\w*|rear|back|end)",
    "restack",
)
_PLATES_AWAY = whole_words(
    "(?:plates?|weight|load)\\b[^.;]{0,25}\\b(?:toward|towards|to|near|at|on) the (?:front|far end|far side|nose|tip)",
    "(?:plates?|weight|load)\\b[^.;]{0,25}\\b(?:away from (?:you|the poles?|the posts?)|too far forward)",
)
_AGAINST = re.compile(r"\b(?:don't|do not|avoid|never|not|without|instead of|rather than|stop|no)\b[^,;.]{0,25}$")
_JERK = whole_words(
    "jerk\\w*", "ram(?:s|ming)? (?:it|the sled)", "(?:start|push)\\b[^.;]{0,15}smooth\\w*", "until it creeps"
)
_SLIPS = whole_words(
    r"(?:feet|foot|soles?|shoes?)\b[^.;]{0,25}\b(?:slips?|skids?|slides?|lose grip)\b", "(?:slip|skid)(?:ping)? feet"
)
_FOOTING = whole_words(r"slip\w*", r"skid\w*", "shoes?", "soles?", "traction", "footing")
_LIGHTER = whole_words("(?:take|strip) (?:some |the )?(?:plates?|weight|load) off",
                       "(?:less|lighter) (?:weight|load|sled)",
                       "take some off", "too heavy", "drop a plate")  # fmt: skip
_DRAG = whole_words(r"(?:increase|add|more|extra|raise)\w*\b[^.;]{0,15}\b(?:drag|friction|resistance)\b")
_LEVER = whole_words(
    r"(?:above|near|close to|far above|low to|far from) the (?:floor|ground)",
    "(?:pushing|push|pushed|hands?|grip) (?:\\w+ )?(?:high|low|lower|higher)",
)
_FLAT = whole_words("bows?", "tip(?:s|ping)?", "nose", "lies flat", "stays? flat")


_Judge = Callable[[Example], tuple[Verdict, Basis]]


@dataclass(frozen=True, slots=True)
class _Rule:
    """Words for something that eases a trouble or makes it worse, and the computation that tells so."""

    name: str
    words: re.Pattern[str]
    judge: _Judge
    eases: bool = True
    needs_back: bool = False  # where hands push, it is otherwise


def _computed(text: str, numbers: dict[str, float]) -> Basis:
    return Basis(BasisKind.COMPUTATION, text, {name: round(value, 4) for name, value in numbers.items()})


_FRAME = ("mass_kg", "mu", "length_m", "cog_m", "push_at_m")


def _lower(it: Example) -> tuple[Verdict, Basis]:
    high, low = it.center_m(it.height_m), it.center_m(it.lower_m)
    best, worst = (replace(it, mu=each).center_m(it.height_m) for each in (it.mu_low, it.mu_high))
    return Verdict.SUPPORTED, _computed(
        f"Each meter of contact height moves the ground pressure forward by mu, here {it.mu:g} m, and the mass "
        f"cancels: x_n = x_g + mu h. At {it.height_m:g} m it acts {high:.3f} m from the rear edge of a sled "
        f"{it.length_m:g} m long ({best:.3f} to {worst:.3f} m over the range of mu, {it.mu_low:g} to "
        f"{it.mu_high:g}), at {it.lower_m:g} m only {low:.3f} m ({it.told}); even would be {it.length_m / 2:g} m, "
        f"past {2 * it.length_m / 3:.3f} m the rear edge unloads, and at {it.length_m:g} m the sled tips. Lower "
        "costs a deeper bend of knees and hips.",
        it.inputs(*_FRAME, "height_m")
        | {"height_lower_m": it.lower_m, "center_of_pressure_m": high, "center_of_pressure_lower_m": low,
           "mu_low": it.mu_low, "mu_high": it.mu_high, "center_of_pressure_m_low": best,
           "center_of_pressure_m_high": worst, "unloading_at_m": 2 * it.length_m / 3,
           "dig_in_index": high / it.length_m,
           "dig_in_index_lower": low / it.length_m},
    )  # fmt: skip


def _recline(it: Example) -> tuple[Verdict, Basis]:
    level, leaned = it.center_m(it.height_m), it.center_m(it.height_m, RECLINE_DEG)
    push, more = it.push_n(), it.push_n(RECLINE_DEG)
    grip, less = it.grip_n(), it.grip_n(RECLINE_DEG)
    return Verdict.SUPPORTED, _computed(
        "A reclined back pushes a little downward, which moves the ground pressure back by mu tan(theta) (x_g - "
        f"x_p): {RECLINE_DEG:g}° bring it from {level:.3f} to {leaned:.3f} m at a contact height of {it.height_m:g} "
        f"m ({it.told}). It costs force, {push:.0f} becomes {more:.0f} N (+{100 * (more / push - 1):.0f} %), and "
        f"foot grip, which for {it.athlete_kg:g} kg and a shoe friction of {it.shoe_mu:g} falls from {grip:.0f} to "
        f"{less:.0f} N. The smallest recline that keeps the nose quiet is the best. That the push is normal to the "
        "back is assumed.",
        it.inputs(*_FRAME, "height_m", "athlete_kg", "shoe_mu")
        | {"angle_deg": RECLINE_DEG, "center_of_pressure_level_m": level, "center_of_pressure_m": leaned,
           "force_level_n": push, "force_n": more, "grip_limit_level_n": grip, "grip_limit_n": less},
    )  # fmt: skip


def _upright(it: Example) -> tuple[Verdict, Basis]:
    level, lifted = it.center_m(it.height_m), it.center_m(it.height_m, -RECLINE_DEG)
    return Verdict.SUPPORTED, _computed(
        "With an upright trunk the leg drive passes an upward part to the sled. A push that lifts by "
        f"{RECLINE_DEG:g}° moves the ground pressure from {level:.3f} forward to {lifted:.3f} m, at {it.height_m:g} "
        f"m ({it.told}): x_n = x_g + mu h - mu tan(theta) (x_g - x_p). How large the upward part really is has not "
        "been measured.",
        it.inputs(*_FRAME, "height_m")
        | {"angle_deg": -RECLINE_DEG, "center_of_pressure_level_m": level, "center_of_pressure_m": lifted},
    )


def _drag(it: Example) -> tuple[Verdict, Basis]:
    high, low = it.center_m(it.height_m), it.center_m(it.lower_m)
    return Verdict.DEPENDS, _computed(
        f"Tilt alone does not raise the friction while mu is constant: at {it.height_m:g} m the pressure acts at "
        f"{high:.3f} m and at {it.lower_m:g} m at {low:.3f} m, but the ground carries {it.weight_n:.0f} N both times "
        f"and the drag is mu N = {it.push_n():.0f} N both times ({it.told}). It rises only if the crowded front edge "
        "ploughs into the ground, which is plausible and has not been measured by anybody.",
        it.inputs(*_FRAME, "height_m")
        | {"height_lower_m": it.lower_m, "center_of_pressure_m": high, "center_of_pressure_lower_m": low,
           "normal_n": it.weight_n, "force_n": it.push_n()},
    )  # fmt: skip


def _plates(it: Example) -> tuple[Verdict, Basis]:
    nearer = 0.7 * it.cog_m
    tips, later = it.tipping_m(), it.tipping_m(cog_m=nearer)
    return Verdict.SUPPORTED, _computed(
        f"Plates nearer to the push move the center of mass back: from {it.cog_m:g} to {nearer:g} m from the rear "
        f"edge, a sled {it.length_m:g} m long tips at a push height of {later:.2f} instead of {tips:.2f} m, h_tip = "
        f"(L - x_g) / mu ({it.told}).",
        it.inputs(*_FRAME) | {"cog_nearer_m": nearer, "tipping_height_m": tips, "tipping_height_nearer_m": later},
    )


def _jerk(it: Example) -> tuple[Verdict, Basis]:
    a = 1.0  # m/s², a brisk start, chosen for the example
    steady = it.center_m(it.height_m)
    start = steady + it.mu * (it.static_ratio - 1) * it.height_m
    jerked = a / G * (it.height_m - it.cog_height_m)
    return Verdict.SUPPORTED, _computed(
        f"The start is the worst moment: friction at rest is about {it.static_ratio:g} times that in motion, which "
        f"moves the ground pressure from {steady:.3f} to {start:.3f} m at {it.height_m:g} m, and a jerk of {a:g} "
        f"m/s² adds (a/g) (h - z_g) = {jerked:.3f} m ({it.told}).",
        it.inputs(*_FRAME, "height_m", "static_ratio", "cog_height_m")
        | {
            "accel_m_s2": a,
            "center_of_pressure_m": steady,
            "center_of_pressure_start_m": start,
            "jerk_shift_m": jerked,
        },
    )


def _slip(it: Example) -> tuple[Verdict, Basis]:
    push, grip = it.push_n(), it.grip_n()
    largest = it.shoe_mu / it.mu * it.athlete_kg
    return Verdict.SUPPORTED, _computed(
        f"Feet hold as long as the push stays below shoe friction times body weight: {it.shoe_mu:g} times "
        f"{it.athlete_kg:g} kg gives {grip:.0f} N, enough for a sled of (mu_shoe / mu) m_b = {largest:.0f} kg in "
        f"all; {it.told} takes {push:.0f} N.",
        it.inputs("mass_kg", "mu", "athlete_kg", "shoe_mu")
        | {"force_n": push, "grip_limit_n": grip, "largest_sled_kg": largest},
    )


def _vertical(it: Example) -> tuple[Verdict, Basis]:
    offset, push = it.offset_m(it.height_m), it.push_n()
    level, lifted = it.center_m(it.height_m), it.center_m(it.height_m, -RECLINE_DEG)
    return Verdict.DEPENDS, _computed(
        f"A vertical trunk can hold the push only with the feet well in front: {push:.0f} N at {it.height_m:g} m "
        f"needs d = F h / W_b = {offset:.2f} m between the feet and the center of a body of {it.athlete_kg:g} kg, "
        "and a foot that slips there drops it backward. It also lets the leg drive lift the sled, and "
        f"{RECLINE_DEG:g}° of lift move the ground pressure from {level:.3f} to {lifted:.3f} m ({it.told}). Slightly "
        "reclined, contact as low as comfortable, is the better rule.",
        it.inputs(*_FRAME, "height_m", "athlete_kg")
        | {"angle_deg": -RECLINE_DEG, "force_level_n": push, "lean_offset_m": offset,
           "center_of_pressure_level_m": level, "center_of_pressure_m": lifted},
    )  # fmt: skip


_WHEN_TIPPING = (
    _Rule("posture", _LOWER, _lower),
    _Rule("posture", _HIGHER, _lower, eases=False),
    _Rule("posture", _RECLINE, _recline, needs_back=True),
    _Rule("posture", _UPRIGHT, _upright, eases=False, needs_back=True),
    _Rule("load", _PLATES, _plates),
    _Rule("load", _PLATES_AWAY, _plates, eases=False),
    _Rule("start", _JERK, _jerk),
)
_WHEN_SLIPPING = (_Rule("grip", _LIGHTER, _slip),)


def check_posture(page: Reading, it: Example) -> Iterator[Claim]:
    """Claims on how a sled is pushed: of tips on tipping and slipping feet, of steps, of the overview."""
    if not page.setup.is_pushed_sled:
        return
    for where, tip in tip_places(page.exercise):
        said = leveled(f"{tip.sign or ''} {tip.text}")
        if _TIPS.search(said):
            yield from _of_tip(page, where, tip, _WHEN_TIPPING, it)
            if _DRAG.search(said):
                yield Claim("tipping", _sentence(tip.text, _DRAG), where, *_drag(it))
        if _SLIPS.search(said):
            yield from _of_tip(page, where, tip, _WHEN_SLIPPING, it)
    if page.setup.is_backed:
        yield from _of_steps(page, it)
        yield from _of_slipping(page, it)
    for sentence in page.sentences:
        if sentence.where == "overview" and _LEVER.search(sentence.lower) and _FLAT.search(sentence.lower):
            yield Claim("tipping", shortened(sentence.text), sentence.where, *_lower(it))


def _of_tip(page: Reading, where: str, tip: Tip, rules: tuple[_Rule, ...], it: Example) -> Iterator[Claim]:
    """What a tip's fixes and causes come to: right where a fix eases or a cause worsens, else the wrong way round."""
    made: set[tuple[_Judge, Verdict]] = set()
    for rule in rules:
        if rule.needs_back and not page.setup.is_backed:
            continue
        found = _found(tip, rule)
        if found is None:
            continue
        said, is_right = found
        verdict, basis = rule.judge(it)
        if not is_right:
            verdict = Verdict.CONTRADICTED
            basis = Basis(basis.kind, f"It is the other way round. {basis.text}", basis.numbers)
        if (rule.judge, verdict) not in made:
            made.add((rule.judge, verdict))
            yield Claim(rule.name, _sentence(said, rule.words), where, verdict, basis)


def _found(tip: Tip, rule: _Rule) -> tuple[str, bool] | None:
    """The part of a tip that a rule is about, and whether it is right there."""
    for parts, is_fix in ((tip.fixes, True), (tip.causes, False)):
        for part in parts:
            found = rule.words.search(leveled(part))
            if found:
                eases = rule.eases != bool(_AGAINST.search(leveled(part), 0, found.start()))
                return part, eases == is_fix
    if not (
        tip.fixes or tip.causes
    ):  # a tip that was not taken apart: only what it advises, and only where it is right
        text = leveled(tip.text)
        found = rule.words.search(text) if rule.eases else None
        if found and not _AGAINST.search(text, 0, found.start()):
            return tip.text, True
    return None


def _sentence(said: str, words: re.Pattern[str]) -> str:
    """The sentence that was understood."""
    for start, end in sentences(said):
        if words.search(leveled(said[start:end])):
            return shortened(said[start:end])
    return shortened(said)


def _of_steps(page: Reading, it: Example) -> Iterator[Claim]:
    for stated in statements(page.exercise):
        if stated.is_step and stated.way == "upright" and stated.is_wanted:
            yield Claim("posture", shortened(stated.text), stated.where, *_vertical(it))


def _of_slipping(page: Reading, it: Example) -> Iterator[Claim]:
    """What a page leaves out that has a back push and no word on feet that slip."""
    if _FOOTING.search(page.words):
        return
    offset = it.offset_m(it.height_m)
    yield Claim(
        "safety", "the page does not say what happens when a foot slips", WHERE, Verdict.DEPENDS,
        _computed(
            f"The feet hold the push only while they stand d = F h / W_b = {offset:.2f} m in front of the body's "
            f"center ({it.push_n():.0f} N at {it.height_m:g} m, {it.athlete_kg:g} kg), and they slip at "
            f"{it.grip_n():.0f} N with a shoe friction of {it.shoe_mu:g}, less on dust or water. Then nothing holds "
            "you: you fall backward onto the sled or the floor.",
            it.inputs("mass_kg", "mu", "height_m", "athlete_kg", "shoe_mu")
            | {"force_n": it.push_n(), "lean_offset_m": offset, "grip_limit_n": it.grip_n()},
        ),
    )  # fmt: skip
