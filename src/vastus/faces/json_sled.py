"""The JSON of the sled calculator: SI numbers under plain keys, `_low` and `_high` beside those that carry a band."""

from collections.abc import Mapping, Sequence

import msgspec

from vastus.domain.gear import Gear, GearKind
from vastus.domain.interval import Interval
from vastus.mechanics.calibrate import Friction
from vastus.reference.surfaces import Fact
from vastus.units import BARE, Dimension, read_range
from vastus.usecases.compute_sled import Entered, Equal, SledReport
from vastus.usecases.measure_sled import Calibrated, Compared, Profiled
from vastus.usecases.sled_inputs import INPUTS

_SI = {Dimension.ANGLE: "rad"}  # what inputs are echoed in, where it is not the unit of a bare number
_NONE: Mapping[str, Gear] = {}
_DIGITS = 9  # significant: what is left of a float's own noise is cut


def sled_json(report: SledReport, used: Mapping[str, Gear] = _NONE) -> bytes:
    """Everything about one sled; `equivalent` is null without another side, `own` is there where it was used."""
    body: dict[str, object] = {}
    for name, interval in report.answer.results().items():
        body |= banded(name, interval)
    equal = report.equal
    body |= banded("equivalent", equal.kg if equal else None)
    body |= {
        "equal": _equal_object(equal) if equal else None,
        "nose": report.answer.nose,
        "breakaway_nose": report.answer.breakaway_nose,
        "inputs": _inputs(report),
        "warnings": [*report.answer.warnings, *(equal.warnings if equal else ())],
        **_own(used),
    }
    return msgspec.json.encode(body)


def equal_json(report: SledReport, used: Mapping[str, Gear] = _NONE) -> bytes:
    """The equal load alone, with what it stands on."""
    equal = report.equal
    if equal is None:
        raise ValueError("an equal load without another side")
    body = banded("equivalent", equal.kg) | _equal_object(equal)
    body |= {"inputs": _inputs(report), "warnings": equal.warnings, **_own(used)}
    return msgspec.json.encode(body)


def gear_object(gear: Gear) -> dict[str, object]:
    """An own sled or surface: its inputs in the units of their names, as they were entered beside them."""
    inputs: dict[str, object] = {}
    for name, text in gear.inputs.items():
        each = INPUTS[name]
        interval = Interval.of(read_range(text, each.dimension))
        inputs[name] = {**_interval_object(interval, _SI.get(each.dimension, BARE[each.dimension])), "entered": text}
    return {
        "kind": gear.kind,
        "name": gear.name,
        "inputs": inputs,
        "at": gear.at,
        "is_measured": gear.is_measured,
        "readings": gear.readings,
    }


def gear_json(found: Sequence[Gear]) -> bytes:
    """The user's own sleds and surfaces."""
    return msgspec.json.encode(
        {f"{kind}s": [gear_object(each) for each in found if each.kind is kind] for kind in GearKind}
    )


def _own(used: Mapping[str, Gear]) -> dict[str, object]:
    return {"own": {name: gear_object(gear) for name, gear in used.items()}} if used else {}


def calibrated_json(found: Calibrated, kept: Gear | None = None) -> bytes:
    """Measured friction, and the surface that it was kept as."""
    body = _friction("mu", found.kinetic) | _friction("mu_static", found.static)
    body |= {"inputs": found.entered, "warnings": found.warnings}
    return msgspec.json.encode(body | ({"kept": gear_object(kept)} if kept else {}))


def compared_json(found: Compared) -> bytes:
    """Friction of one surface over another's."""
    body = banded("ratio", found.ratio.band or Interval.exact(found.ratio.ratio)) | banded("mu", found.mu)
    inputs = {"mu": _interval_object(found.known, "")} if found.known else {}
    return msgspec.json.encode(body | {"inputs": inputs, "warnings": found.ratio.notes})


def profiled_json(found: Profiled) -> bytes:
    """A load-velocity profile."""
    it = found.profile
    body = banded("v0_m_s", it.v0_band or Interval.exact(it.v0_m_s))
    body |= banded("m0_kg", it.m0_band or Interval.exact(it.m0_kg))
    body |= {
        "slope_m_s_per_kg": it.slope_m_s_per_kg,
        "r": it.r,
        "residual_m_s": it.residual_m_s,
        **banded("f0_n", it.f0_n),
        **banded("peak_power_w", it.peak_power_w),
        "loads": [{"velocity_loss": loss, **banded("load_kg", load)} for loss, load in found.loads],
        "runs": it.runs,
        "inputs": {"mu": _interval_object(found.mu, "")} if found.mu else {},
        "warnings": it.notes,
    }
    return msgspec.json.encode(body)


def banded(name: str, interval: Interval | None) -> dict[str, object]:
    """A number under its name, with its ends beside it where it has a band.

    >>> banded("force_n", Interval(324, 300, 350))
    {'force_n': 324.0, 'force_n_low': 300.0, 'force_n_high': 350.0}
    """
    if interval is None:
        return {name: None}
    found: dict[str, object] = {name: _rounded(interval.value)}
    if not interval.is_exact:
        found |= {f"{name}_low": _rounded(interval.low), f"{name}_high": _rounded(interval.high)}
    return found


def _rounded(number: float) -> float:
    return float(f"{number:.{_DIGITS}g}")


def _friction(name: str, found: Friction | None) -> dict[str, object]:
    readings = {f"{name}_readings": found.readings, f"{name}_spread": found.spread} if found else {}
    return banded(name, found.mu if found else None) | readings


def _equal_object(equal: Equal) -> dict[str, object]:
    body: dict[str, object] = {"to": equal.to, "what": equal.what}
    load, car = equal.load, equal.car
    if load is not None:
        body |= {
            "by": load.by,
            **banded("total_kg", load.total_kg),
            **banded("plates_kg", load.plates_kg),
            **banded("ratio", load.ratio),
            "force_n": load.force_n,
            "is_possible": load.is_possible,
        }
    if car is not None:
        body |= {
            "by": "force",
            **banded("car_kg", car.car_kg),
            **banded("car_rolling_n", car.car_n),
            **banded("sled_kg", car.sled_kg),
            **banded("car_accelerating_n", car.start_n),
            "car_accel_m_s2": car.accel_m_s2,
        }
    return body


def _inputs(report: SledReport) -> dict[str, object]:
    entered: dict[str, object] = {"surface": report.surface} if report.surface else {}
    both: Mapping[str, Entered] = {**report.inputs, **(report.equal.inputs if report.equal else {})}
    return entered | {name: _input(each) for name, each in both.items()}


def _input(each: Entered) -> dict[str, object]:
    body = _interval_object(each.interval, _SI.get(each.dimension, BARE[each.dimension]))
    body["entered"] = each.text
    if each.fact is not None:
        body |= {"taken_from": each.fact.label, "mark": each.fact.mark, "source": each.fact.source}
    return body


def _interval_object(interval: Interval, unit: str) -> dict[str, object]:
    band = {} if interval.is_exact else {"low": _rounded(interval.low), "high": _rounded(interval.high)}
    return {"value": _rounded(interval.value), **band, "unit": unit}


def fact_object(fact: Fact) -> dict[str, object]:
    """A number of the reference table, with its range, mark and source."""
    return {
        "id": fact.id,
        "label": fact.label,
        **_interval_object(fact.interval, fact.unit),
        "mark": fact.mark,
        "note": fact.note,
        "source": fact.source,
        "synonyms": fact.synonyms,
    }
