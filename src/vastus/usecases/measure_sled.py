"""Friction from a scale, a glide or a ramp, and load-velocity profiles from a table of timed runs."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vastus.domain.interval import Interval
from vastus.errors import MechanicsError, QuantityError
from vastus.mechanics.calibrate import Friction, calibrate_by_glide, calibrate_by_scale, calibrate_by_tilt
from vastus.mechanics.profile import FrictionRatio, LoadVelocityProfile, Run, friction_ratio, load_velocity_profile
from vastus.mechanics.setup import kinetic_friction
from vastus.units import Dimension, quantity, read_quantity, read_range

_MOST_RUNS = 10_000
_LOSSES = (0.10, 0.25, 0.50, 0.75)
_COLUMNS: Mapping[str, tuple[str, Dimension]] = {
    "mass": ("mass", Dimension.MASS), "mass_kg": ("mass", Dimension.MASS), "load": ("mass", Dimension.MASS),
    "load_kg": ("mass", Dimension.MASS), "total": ("mass", Dimension.MASS), "total_kg": ("mass", Dimension.MASS),
    "speed": ("speed", Dimension.SPEED), "speed_m_s": ("speed", Dimension.SPEED),
    "velocity": ("speed", Dimension.SPEED), "v": ("speed", Dimension.SPEED), "m": ("mass", Dimension.MASS),
    "distance": ("distance", Dimension.LENGTH), "distance_m": ("distance", Dimension.LENGTH),
    "time": ("time", Dimension.DURATION), "time_s": ("time", Dimension.DURATION),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Calibrated:
    """Kinetic and static friction as measured, each where readings were given, and the inputs as entered."""

    kinetic: Friction | None
    static: Friction | None
    entered: Mapping[str, str]
    mass: Interval | None
    rope: Interval

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to know about the measurement."""
        found = [*(self.kinetic.notes if self.kinetic else ()), *(self.static.notes if self.static else ())]
        if self.kinetic and self.static and self.static.mu.value < self.kinetic.mu.value:
            found.append("The peak is below the plateau: read the peak at the moment when the sled starts to move.")
        return tuple(dict.fromkeys(found))


def calibrate_sled(  # noqa: PLR0913  # what can be measured
    *,
    mass: str | None = None,
    pulls: Sequence[str] = (),
    peaks: Sequence[str] = (),
    rope: str | None = None,
    glides: Sequence[str] = (),
    tilts: Sequence[str] = (),
) -> Calibrated:
    """Friction from what was measured in one of three ways.

    Args:
        mass: Sled and plates.
        pulls: What a luggage scale in the rope showed while the sled slid steadily: kg or lb of force; N works, too.
        peaks: The same at the moment when it started to move.
        rope: How steeply the rope rises, in degrees.
        glides: Speed and distance of sleds that were let go, "2:0.62" for 2 m/s and 0.62 m.
        tilts: The angles of a ramp at which the sled slips, in degrees.

    Raises:
        QuantityError, MechanicsError: a text is no such quantity, or no friction follows from it.
    """
    if not (pulls or peaks or glides or tilts):
        raise MechanicsError(
            "nothing was measured", "give --pull with --mass, or --glide SPEED:DISTANCE, or --tilt ANGLE", field="pull"
        )
    if (pulls or peaks) and mass is None:
        raise MechanicsError("a scale's reading needs the mass that it pulled", "give --mass", field="mass")
    if (pulls and glides) or (peaks and tilts):
        raise MechanicsError(
            "the same friction is measured in two ways", "calibrate them one after the other", field="pull"
        )
    angle = Interval.of(read_range(rope, Dimension.ANGLE)) if rope else Interval.exact(0.0)
    weight = Interval.of(read_range(mass, Dimension.MASS)) if mass else None
    kinetic = static = None
    if weight is not None:
        kinetic = calibrate_by_scale(_forces(pulls), weight, angle) if pulls else None
        static = calibrate_by_scale(_forces(peaks), weight, angle) if peaks else None
    if glides:
        pairs = [_glide(each) for each in glides]
        kinetic = calibrate_by_glide([speed for speed, _ in pairs], [distance for _, distance in pairs])
    if tilts:
        static = calibrate_by_tilt([read_quantity(each, Dimension.ANGLE).si for each in tilts])
    texts = {"mass": mass, "rope": rope, "pull": ", ".join(pulls), "peak": ", ".join(peaks),
             "glide": ", ".join(glides), "tilt": ", ".join(tilts)}  # fmt: skip
    return Calibrated(kinetic, static, {name: text for name, text in texts.items() if text}, weight, angle)


def _forces(readings: Sequence[str]) -> list[float]:
    """What a luggage scale showed, in N: it is marked in kg or lb, and means their weight."""
    found: list[float] = []
    for reading in readings:
        for text in filter(None, (each.strip() for each in reading.split(","))):
            try:
                shown = read_quantity(text, Dimension.MASS)
            except QuantityError as error:
                try:
                    found.append(read_quantity(text, Dimension.FORCE).si)
                except QuantityError:
                    raise QuantityError(
                        f"'{text[:40]}' is no reading of a scale", "give it as 35, 35kg, 77lb or 343N", "pull"
                    ) from error
            else:
                found.append(quantity(shown.to("kg").amount, "kgf").si)
    return found


def _glide(text: str) -> tuple[float, float]:
    speed, is_pair, distance = text.partition(":")
    if not is_pair:
        raise QuantityError(f"'{text[:40]}' is no speed and distance", "write 2:0.62 for 2 m/s and 0.62 m", "glide")
    return read_quantity(speed, Dimension.SPEED).si, read_quantity(distance, Dimension.LENGTH).si


@dataclass(frozen=True, slots=True)
class Profiled:
    """A profile and the total load for each velocity loss that was asked for."""

    profile: LoadVelocityProfile
    loads: tuple[tuple[float, Interval], ...]
    mu: Interval | None


def profile_runs(
    text: str, name: str, *, losses: Sequence[str] = (), mu: str | None = None, surface: str | None = None
) -> Profiled:
    """The profile of a table of runs.

    Args:
        text: CSV with a header: `mass`, and `speed` or `distance` and `time`; cells may have units.
        name: What to call the table where it is wrong.
        losses: Velocity losses such as "25%"; without one 10, 25, 50 and 75 %.
        mu: Friction, for force and power.
        surface: The name of a surface in its place.

    Raises:
        QuantityError, MechanicsError: the table cannot be read (which line), or it gives no profile.
    """
    friction = None
    if mu and surface:
        raise MechanicsError("friction is either a number or that of a surface", "give --mu or --surface", field="mu")
    if mu:
        friction = Interval.of(read_range(mu, Dimension.RATIO))
        if friction.low <= 0:
            raise MechanicsError("a friction coefficient is above 0", "leave --mu out for speeds alone", field="mu")
    elif surface:
        friction = kinetic_friction(surface).interval
    wanted = [read_quantity(each, Dimension.RATIO).si for each in losses] or list(_LOSSES)
    profile = load_velocity_profile(read_runs(text, name), friction)
    return Profiled(profile, tuple((each, profile.load_for_loss(each)) for each in wanted), friction)


def read_runs(text: str, name: str) -> tuple[Run, ...]:
    """The runs of a CSV table; `;` and tabs part columns, too.

    Raises:
        QuantityError: a column is missing, or a cell is no such quantity; the sentence names the line.
    """
    lines = text.lstrip("\ufeff").splitlines()
    first = next((line for line in lines if line.strip()), "")
    if not first:
        raise QuantityError(f"{name} is empty", _EXAMPLE, "runs")
    delimiter = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO("\n".join(lines)), delimiter=delimiter, strict=True)
    columns: dict[int, tuple[str, Dimension]] | None = None
    runs: list[Run] = []
    try:
        for row in rows:
            if not any(cell.strip() for cell in row) or row[0].lstrip().startswith("#"):
                continue
            if columns is None:
                columns = _columns(row, name)
                continue
            if len(runs) >= _MOST_RUNS:
                raise QuantityError(f"{name} has more than {_MOST_RUNS} runs", "a profile needs a handful", "runs")
            runs.append(_run(row, columns, f"{name}, line {rows.line_num}"))
    except csv.Error as error:
        raise QuantityError(f"{name}, line {rows.line_num}: {error}", _EXAMPLE, "runs") from error
    if not runs:
        raise QuantityError(f"{name} holds no runs below its header", _EXAMPLE, "runs")
    return tuple(runs)


@dataclass(frozen=True, slots=True)
class Compared:
    """Friction of one surface over another's, and its value where the other's is known."""

    ratio: FrictionRatio
    known: Interval | None
    mu: Interval | None


def compare_runs(known: tuple[str, str], other: tuple[str, str], *, mu: str | None = None) -> Compared:
    """Friction of a surface from runs of the same athlete there and where friction is known.

    Args:
        known: The table of runs on the known surface, and its name.
        other: The table of runs on the other one, and its name.
        mu: Friction of the known one; without it there is a ratio alone.

    Raises:
        QuantityError, MechanicsError: a table cannot be read or gives no profile.
    """
    ratio = friction_ratio(*(load_velocity_profile(read_runs(*each)) for each in (known, other)))
    if mu is None:
        return Compared(ratio, None, None)
    friction = Interval.of(read_range(mu, Dimension.RATIO))
    if friction.low <= 0:
        raise MechanicsError("a friction coefficient is above 0", "leave --mu out for the ratio alone", field="mu")
    band = ratio.band or Interval.exact(ratio.ratio)
    found = Interval(friction.value * band.value, friction.low * band.low, friction.high * band.high)
    return Compared(ratio, friction, found)


def run_lines(text: str) -> str:
    """Runs as a form takes them, one a line or parted by `/`, as a table: mass and speed, or mass, distance and time.

    >>> run_lines("40 3.2 / 100 2.0").splitlines()
    ['mass,speed', '40,3.2', '100,2.0']
    """
    lines = [line.replace(",", " ").replace(";", " ").split() for line in text.replace("/", "\n").splitlines()]
    rows = [cells for cells in lines if cells]
    header = "mass,distance,time" if rows and len(rows[0]) == 3 else "mass,speed"  # noqa: PLR2004  # three numbers
    return "\n".join([header, *(",".join(cells) for cells in rows)])


_EXAMPLE = "the first line is mass,distance,time (or mass,speed), each other line one run, such as 100,20,12.5"


def _columns(header: Sequence[str], name: str) -> dict[int, tuple[str, Dimension]]:
    found = {at: _COLUMNS[cell.strip().lower()] for at, cell in enumerate(header) if cell.strip().lower() in _COLUMNS}
    kinds = [kind for kind, _ in found.values()]
    twice = next((kind for kind in kinds if kinds.count(kind) > 1), None)
    if twice:
        raise QuantityError(f"{name} has two columns for the {twice}", _EXAMPLE, "runs")
    if "mass" not in kinds or not ("speed" in kinds or {"distance", "time"} <= set(kinds)):
        raise QuantityError(f"{name} has no columns for mass and speed", _EXAMPLE, "runs")
    return found


def _run(row: Sequence[str], columns: Mapping[int, tuple[str, Dimension]], where: str) -> Run:
    cells: dict[str, float] = {}
    for at, (kind, dimension) in columns.items():
        text = row[at].strip() if at < len(row) else ""
        if not text and kind != "mass" and "speed" in {each for each, _ in columns.values()}:
            continue
        try:
            cells[kind] = read_quantity(text, dimension).si
        except QuantityError as error:
            raise QuantityError(f"{where}, {kind}: {error}", error.hint, "runs") from error
    if "speed" not in cells:
        if not {"distance", "time"} <= cells.keys():
            raise QuantityError(f"{where}: a run has a speed, or a distance and a time", _EXAMPLE, "runs")
        if cells["time"] <= 0 or cells["distance"] <= 0:
            raise QuantityError(f"{where}: distance and time are above 0", _EXAMPLE, "runs")
        cells["speed"] = cells["distance"] / cells["time"]
    return Run(cells["mass"], cells["speed"])
