"""Claims about a sled on the ground. Imported only for pages that have one: it needs NumPy."""

from collections.abc import Iterator

from vastus.check.claims.contraction import told_at
from vastus.check.claims.posture import check_posture
from vastus.check.claims.reading import Reading
from vastus.check.claims.setup import PUSH
from vastus.check.claims.sled_swaps import check_sled_swaps
from vastus.check.claims.statics import Example, example_for
from vastus.domain.claim import Basis, BasisKind, Claim, Verdict
from vastus.domain.exercise import Share
from vastus.units import STANDARD_GRAVITY as G

_STEP_M = 0.45  # heavy steps of 0.4 to 0.5 m, Keogh et al. 2010 by Hindle et al. 2019 (forward pull)
_DROP_M = 0.02  # how far the body sinks in a step: our judgement
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


def _eccentric(page: Reading, it: Example) -> Iterator[Claim]:
    """How much eccentric work there is in moving a load that friction holds back."""
    share = page.exercise.contraction.eccentric if page.exercise.contraction else None
    if share is None:
        return
    where, says = told_at(page)
    is_walked = page.setup.action == PUSH or page.setup.travel is not None
    basis = _of_steps(it) if is_walked else _of_friction(it)
    yield Claim("contraction", says, where, _VERDICTS[share], basis)


def _of_friction(it: Example) -> Basis:
    work = it.push_n() * 1.0
    return Basis(
        BasisKind.COMPUTATION,
        f"Friction takes up all work on the sled and gives none back: each meter is {work:.0f} J of moving it and "
        f"0 J of "
        f"lowering ({it.told}). What the body itself lowers comes on top.",
        {**it.inputs("mass_kg", "mu"), "force_n": round(it.push_n(), 4), "distance_m": 1.0, "work_j": round(work, 4),
         "work_returned_j": 0.0},
    )  # fmt: skip


def _of_steps(it: Example) -> Basis:
    work = it.push_n() * _STEP_M
    drop = it.athlete_kg * G * _DROP_M
    return Basis(
        BasisKind.COMPUTATION,
        f"Small at the knee, not zero for the body. Friction takes up all work on the sled and gives none back: a step "
        f"of {_STEP_M:g} m is {work:.0f} J of pushing and 0 J of lowering ({it.told}). But each step catches the body: "
        f"if it sinks by {_DROP_M * 100:g} cm, {it.athlete_kg:g} kg give {drop:.0f} J to be braked, "
        f"{100 * drop / work:.0f} % "
        "of that. The 2 cm are our judgement [A]; even backward running has a phase in which the leg gives way "
        "(Roos 2012, J Biomech 45:1656-1660 [V]), and nobody has measured a sled.",
        {
            name: round(value, 4)
            for name, value in {
                **it.inputs("mass_kg", "mu", "athlete_kg"), "force_n": it.push_n(), "step_m": _STEP_M, "work_j": work,
                "work_returned_j": 0.0, "body_drop_m": _DROP_M, "body_lowering_j": drop, "lowering_share": drop / work,
            }.items()
        },
    )  # fmt: skip
