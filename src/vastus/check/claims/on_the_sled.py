"""Claims about a sled on the ground. Imported only for pages that have one: it needs NumPy."""

from collections.abc import Iterator

from vastus.check.claims.contraction import told_at
from vastus.check.claims.posture import check_posture
from vastus.check.claims.reading import Reading
from vastus.check.claims.setup import PUSH
from vastus.check.claims.sled_swaps import check_sled_swaps
from vastus.check.claims.statics import Example, example_for
from vastus.domain.claim import Basis, BasisKind, Claim, Verdict
from vastus.domain.exercise import Level, Share
from vastus.prose.patterns import whole_words
from vastus.reference.surfaces import Constant, surfaces
from vastus.units import STANDARD_GRAVITY as G

_STEP_M = 0.45  # heavy steps of 0.4 to 0.5 m, Keogh et al. 2010 by Hindle et al. 2019 (forward pull)
_DROP_M = 0.02  # how far the body sinks in a step: our judgement
_BEGINNERS_SHARE = 0.15  # of body weight, as a push: our judgement
_LIGHT = whole_words("light(?:er|ly)?", "empty", "bare", "unloaded", "no plates")
_LOWERS = whole_words("lunges?", "squats?", "lower(?:s|ing)?", "sink(?:s|ing)?", "jumps?")
"""What lowers the body in earnest, so that much eccentric work is no contradiction."""
_VERDICTS = {
    Share.NONE: Verdict.DEPENDS,
    Share.LITTLE: Verdict.SUPPORTED,
    Share.FULL: Verdict.DEPENDS,
}


def check_sled(page: Reading) -> Iterator[Claim]:
    """Everything that statics says of a page about a sled."""
    it = example_for(page)
    yield from check_posture(page, it)
    yield from check_sled_swaps(page, it)
    yield from _eccentric(page, it)
    yield from _level(page, it)


def _eccentric(page: Reading, it: Example) -> Iterator[Claim]:
    """How much eccentric work there is in moving a load that friction holds back."""
    share = page.exercise.contraction.eccentric if page.exercise.contraction else None
    if share is None:
        return
    where, says = told_at(page)
    verdict = _VERDICTS[share]
    if share is Share.FULL and not _LOWERS.search(page.words):
        verdict = Verdict.CONTRADICTED
    is_walked = page.setup.action == PUSH or page.setup.travel is not None
    basis = _of_steps(it) if is_walked else _of_friction(it)
    yield Claim("contraction", says, where, verdict, basis)


def _level(page: Reading, it: Example) -> Iterator[Claim]:
    """A beginner's exercise, by the load that it is begun with; nothing where the page speaks of a light start."""
    if page.exercise.level is not Level.BEGINNER or page.setup.action != PUSH or _LIGHT.search(page.words):
        return
    empty = surfaces().fact(Constant.SLED_MASS, "prowler").interval.value
    force, weight = it.mu * empty * G, it.athlete_kg * G
    text = (
        f"It fits a beginner only by the load; the page sets none. An empty sled of {empty:g} kg takes {force:.0f} N "
        f"at mu {it.mu:g}, {100 * force / weight:.0f} % of a body weight of {it.athlete_kg:g} kg; "
        f"{100 * _BEGINNERS_SHARE:g} % is what we would begin with [A]."
    )
    numbers = {
        "sled_kg": empty, "mu": it.mu, "athlete_kg": it.athlete_kg, "force_n": round(force, 1),
        "share_of_body_weight": round(force / weight, 3), "share_to_begin_with": _BEGINNERS_SHARE,
    }  # fmt: skip
    yield Claim("level", "for beginners", "profile", Verdict.DEPENDS, Basis(BasisKind.COMPUTATION, text, numbers))


def _of_friction(it: Example) -> Basis:
    work = it.push_n() * 1.0
    return Basis(
        BasisKind.COMPUTATION,
        f"Friction takes up all work on the sled and gives none back: each meter is {work:.0f} J of moving it and 0 "
        f"J of lowering ({it.told}). What the body itself lowers comes on top.",
        {**it.inputs("mass_kg", "mu"), "force_n": round(it.push_n(), 4), "distance_m": 1.0, "work_j": round(work, 4),
         "work_returned_j": 0.0},
    )  # fmt: skip


def _of_steps(it: Example) -> Basis:
    work = it.push_n() * _STEP_M
    drop = it.athlete_kg * G * _DROP_M
    return Basis(
        BasisKind.COMPUTATION,
        "Small at the knee, not zero for the body. Friction takes up all work on the sled and gives none back: a "
        f"step of {_STEP_M:g} m is {work:.0f} J of pushing and 0 J of lowering ({it.told}). But each step catches "
        f"the body: if it sinks by {_DROP_M * 100:g} cm, {it.athlete_kg:g} kg give {drop:.0f} J to be braked, "
        f"{100 * drop / work:.0f} % of that. The 2 cm are our judgement [A]; even backward running has a phase in "
        "which the leg gives way (Roos 2012, J Biomech 45:1656-1660 [V]), and nobody has measured a sled.",
        {
            name: round(value, 4)
            for name, value in {
                **it.inputs("mass_kg", "mu", "athlete_kg"), "force_n": it.push_n(), "step_m": _STEP_M, "work_j": work,
                "work_returned_j": 0.0, "body_drop_m": _DROP_M, "body_lowering_j": drop, "lowering_share": drop / work,
            }.items()
        },
    )  # fmt: skip
