"""How benchmarks measure: rounds on one core, medians with their spread, figures that print and that programs read."""

import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple


class Spent(NamedTuple):
    """CPU and wall time of a piece of work, in seconds."""

    cpu_s: float
    wall_s: float


@dataclass(frozen=True)
class Figure:
    """Rounds of one measurement. `floor` names the figure that it is compared with."""

    name: str
    unit: str
    rounds: tuple[float, ...]
    share: float | None = None
    floor: str | None = None
    target: float | None = None

    @property
    def median(self) -> float:
        """The middle round."""
        return statistics.median(self.rounds)


@dataclass
class Report:
    """The figures of one benchmark."""

    name: str
    about: str
    figures: list[Figure] = field(default_factory=list[Figure])

    def add(  # noqa: PLR0913  # a figure's own parts
        self,
        name: str,
        unit: str,
        rounds: Sequence[float],
        *,
        share: float | None = None,
        floor: str | None = None,
        target: float | None = None,
    ) -> Figure:
        """Note one figure."""
        self.figures.append(Figure(name, unit, tuple(rounds), share, floor, target))
        return self.figures[-1]

    def as_object(self) -> dict[str, object]:
        """For other programs."""
        medians = {figure.name: figure.median for figure in self.figures}
        rows = [
            asdict(figure)
            | {
                "median": figure.median,
                "min": min(figure.rounds),
                "max": max(figure.rounds),
                "times_floor": figure.median / medians[figure.floor] if figure.floor else None,
            }
            for figure in self.figures
        ]
        return {"name": self.name, "about": self.about, "figures": rows}

    def show(self) -> None:
        """For people."""
        print(f"\n{self.name}: {self.about}")
        wide = max(len(figure.name) for figure in self.figures)
        print(f"  {'':{wide}} {'median':>10} {'min':>10} {'max':>10}  unit      share  × floor")
        medians = {figure.name: figure.median for figure in self.figures}
        for figure in self.figures:
            share = f"{figure.share:6.0%}" if figure.share is not None else " " * 6
            times = f"{figure.median / medians[figure.floor]:6.1f} × {figure.floor}" if figure.floor else ""
            target = f"  (target {figure.target:g})" if figure.target is not None else ""
            numbers = " ".join(f"{value:10.4g}" for value in (figure.median, min(figure.rounds), max(figure.rounds)))
            print(f"  {figure.name:{wide}} {numbers}  {figure.unit:8} {share} {times}{target}".rstrip())


def header() -> dict[str, object]:
    """Where and when: figures of two machines are not compared."""
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")


def on_one_core() -> None:
    """Keep this process and those that it starts on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def spent(work: Callable[[], object]) -> Spent:
    """What a piece of work costs."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return Spent(time.process_time() - cpu, time.perf_counter() - wall)


def process(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> Spent:
    """What a whole process costs, user and system time together; it must succeed."""
    before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **(environment or {})})
    took, after = time.perf_counter() - wall, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, took)


def peak_mb() -> float:
    """The most memory that this process has held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)
