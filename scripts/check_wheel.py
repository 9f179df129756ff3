"""Does a built wheel hold the whole package and the whole library? Usage: check_wheel.py WHEEL."""

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SKIPPED_FOLDERS = {"__pycache__"}


def expected_files() -> set[str]:
    """Names that the wheel must hold, from the checkout."""
    rooms = {ROOT / "src/vastus": "vastus", ROOT / "library": "vastus/library"}
    return {
        f"{name}/{path.relative_to(folder).as_posix()}"
        for folder, name in rooms.items()
        for path in folder.rglob("*")
        if path.is_file() and not SKIPPED_FOLDERS & set(path.parts) and path.name[0] != "."
    }


def main(wheel: str) -> int:
    """Compare, say what differs, return the exit code."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    held = {name for name in names if ".dist-info/" not in name}
    expected = expected_files()
    problems = [f"missing from the wheel: {name}" for name in sorted(expected - held)]
    problems += [f"not in the checkout: {name}" for name in sorted(held - expected)]
    for text in ("LICENSE", "NOTICE", "library/LICENSE"):
        if not any(name.endswith(f".dist-info/licenses/{text}") for name in names):
            problems.append(f"missing from the wheel's licenses: {text}")
    pages = sum(name.startswith("vastus/library/exercises/") for name in held)
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"{Path(wheel).name}: {len(held)} files, {pages} library pages")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
