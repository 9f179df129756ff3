"""The packages that Vastus runs on, with the licenses that they state."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LONGEST = 60  # characters; beyond it stands the text of a license and not its name


@dataclass(frozen=True, slots=True)
class Package:
    """A package as it is installed here; `license` is None where it states none."""

    name: str
    version: str
    license: str | None


@cache
def packages() -> tuple[Package, ...]:
    """Every package that the program needs, directly or through another, by name."""
    found: dict[str, Package] = {}
    waiting = ["vastus"]
    while waiting:
        name = waiting.pop()
        try:
            held = distribution(name)
        except PackageNotFoundError:  # for another system or Python
            continue
        key = _key(held.name)
        if key in found:
            continue
        found[key] = Package(held.name, held.version, _license(held))
        waiting += [
            match.group()
            for need in held.requires or ()
            if "extra ==" not in need and (match := _NAME.match(need)) and _key(match.group()) not in found
        ]
    return tuple(found[key] for key in sorted(found) if key != "vastus")


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _license(held: Distribution) -> str | None:
    """The license's expression, else its classifier, else its name."""
    told = held.metadata.json
    classifiers = told.get("classifier", [])
    classified = [each.rsplit(" :: ", 1)[-1] for each in classifiers if each.startswith("License :: ")]
    named = str(told.get("license", "")).strip()
    short = named if named and len(named) <= _LONGEST and "\n" not in named else ""
    return str(told.get("license_expression", "")) or ", ".join(classified) or short or None
