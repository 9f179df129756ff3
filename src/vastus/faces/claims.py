"""Claims as every face that is read shows them: by verdict, each with a sign beside its word, numbers with units."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from vastus.domain.claim import BasisKind, Claim, Verdict

VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.CONTRADICTED: "Contradicted",
    Verdict.DEPENDS: "Depends",
    Verdict.SUPPORTED: "Supported",
    Verdict.UNTESTED: "Untested",
    Verdict.OPINION: "Opinion",
}
VERDICT_SIGNS: Mapping[Verdict, str] = {
    Verdict.CONTRADICTED: "✗",
    Verdict.DEPENDS: "±",
    Verdict.SUPPORTED: "✓",
    Verdict.UNTESTED: "?",
    Verdict.OPINION: "○",
}
BASIS_WORDS: Mapping[BasisKind, str] = {
    BasisKind.COMPUTATION: "computed",
    BasisKind.CITATION: "cited",
    BasisKind.PAGE: "from the page",
    BasisKind.OPINION: "opinion",
    BasisKind.NONE: "nothing known",
}
_UNITS = (
    ("_kcal_per_min", " kcal/min"), ("_kcal", " kcal"),
    ("_m_s2", " m/s²"), ("_m_s", " m/s"), ("_kg", " kg"), ("_nm", " N·m"), ("_deg", "°"), ("_n", " N"), ("_m", " m"),
    ("_j", " J"), ("_w", " W"), ("_s", " s"),
)  # fmt: skip
"""How names end, and the unit that this means; the longest ending first."""
_ENDS = ("_low", "_high")
_OPTIONS = {
    "mass_kg": "mass",
    "mu": "mu",
    "length_m": "length",
    "cog_m": "cog",
    "height_m": "height",
    "angle_deg": "angle",
    "athlete_kg": "athlete",
}
"""Inputs of a computation, by the option of `vastus sled` that takes them; the others are its defaults."""


def by_verdict(claims: Iterable[Claim]) -> dict[Verdict, list[Claim]]:
    """Claims by verdict, what matters most first; only verdicts that occur."""
    found: dict[Verdict, list[Claim]] = {verdict: [] for verdict in VERDICT_WORDS}
    for claim in claims:
        found[claim.verdict].append(claim)
    return {verdict: kept for verdict, kept in found.items() if kept}


def number_words(name: str, value: float) -> str:
    """A named number as people read it.

    >>> number_words("center_of_pressure_lower_m", 0.71), number_words("force_n_low", 147.0998)
    ('center of pressure lower 0.71 m', 'force low 147.1 N')
    """
    end = next((each for each in _ENDS if name.endswith(each)), "")
    stem = name.removesuffix(end)
    ending, unit = next((pair for pair in _UNITS if stem.endswith(pair[0])), ("", ""))
    return f"{(stem.removesuffix(ending) + end).replace('_', ' ')} {value:.4g}{unit}"


def calculator_query(claim: Claim) -> str | None:
    """The inputs of a claim as the query of the sled calculator's page; None where no sled was computed.

    >>> from vastus.domain.claim import Basis
    >>> numbers = {"mass_kg": 100, "mu": 0.35, "height_m": 0.9, "force_n": 343.2}
    >>> basis = Basis(BasisKind.COMPUTATION, "", numbers)
    >>> calculator_query(Claim("posture", "lower", "tip 1", Verdict.SUPPORTED, basis))
    'mass=100&mu=0.35&height=0.9'
    """
    numbers = claim.basis.numbers
    if not {"mass_kg", "mu"} <= numbers.keys():
        return None
    options = {option: f"{numbers[name]:g}" for name, option in _OPTIONS.items() if name in numbers}
    return urlencode(options | {"to": "car"} if "car_kg" in numbers else options)
