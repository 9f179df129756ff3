"""Whatever is entered, the calculator answers with finite numbers or says in one sentence why not."""

import json
import warnings

from hypothesis import given, settings
from hypothesis import strategies as st

from vastus.domain.interval import Interval
from vastus.errors import MechanicsError, QuantityError
from vastus.faces.json_sled import sled_json
from vastus.faces.web.sled_picture import sled_picture
from vastus.faces.web.sled_plot import load_plot
from vastus.usecases.compute_sled import compute_sled
from vastus.usecases.measure_sled import profile_runs, run_lines
from vastus.usecases.sled_inputs import NAMES, WORDS

TEXTS = st.sampled_from(
    """
    0 1 -1 0.33 1e-9 1e9 1e300 -1e300 1e-320 45 89.9 90 -89 -45 100 80 2 0.9 0.2..0.4 0.33±10% 0.1±200% ± .. 5.. ±5 5±
    nan inf 225lb 36in 5ft10in 10deg 8% 1..1e9 0..1 -5..5 1e-300..1 1e308±1e308 0x10 ١٢
    """.split()
) | st.text(max_size=8)
CHOICES = st.sampled_from("grass turf concrete asphalt sand sled car plate pull push force velocity-loss x".split())


@st.composite
def entered(draw: st.DrawFn) -> dict[str, str]:
    """Mostly a sled that could be, with some inputs that could not."""
    found = {"mass": "100", "mu": "0.33"} if draw(st.integers(0, 9)) else {}
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=5, unique=True)):
        found[name] = draw(CHOICES if name in WORDS else TEXTS)
    return found


def numbers_of(text: bytes) -> list[object]:
    """The numbers of a JSON object; what is no JSON number (NaN, Infinity) comes as its name."""
    found = json.loads(text, parse_constant=str)
    return [value for name, value in found.items() if name.endswith(("_n", "_m", "_kg", "_w", "_j", "_low", "_high"))]


@settings(deadline=None, max_examples=150)
@given(entered())
def test_every_entry_gets_finite_numbers_or_a_sentence(texts: dict[str, str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # arithmetic that overflows
        try:
            report = compute_sled(texts)
        except (MechanicsError, QuantityError) as error:
            said = str(error)
            assert said
            assert "\n" not in said.strip()
            assert len(said) < 400
            return
        assert all(not isinstance(each, str) for each in numbers_of(sled_json(report)))
        for drawn in (sled_picture(report.answer), load_plot(report.answer, None, Interval.exact(1.0))):
            assert "nan" not in drawn
            assert "inf" not in drawn


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0.01, 12)), max_size=8), st.booleans())
def test_every_table_of_runs_gets_a_profile_or_a_sentence(runs: list[tuple[float, float]], has_mu: bool) -> None:  # noqa: FBT001  # a property's own
    text = "/".join(f"{mass:.3f} {speed:.3f}" for mass, speed in runs)
    try:
        found = profile_runs(run_lines(text), "runs", mu="0.3..0.4" if has_mu else None)
    except (MechanicsError, QuantityError):
        return
    for _, load in found.loads:
        assert 0 < load.low <= load.value <= load.high
    assert -1 <= found.profile.r <= 0
