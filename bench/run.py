"""Run benchmarks and print what they measure: `./run bench [NAME…] [--json] [--list]`; see README.md."""

import argparse
import importlib
import json
import sys

from measure import header, on_one_core

BENCHES = (
    "reading", "importing", "starting", "storing", "figures", "searching", "swapping", "serving", "server", "crowded",
    "mechanics",
)  # fmt: skip


def main() -> int:
    """Run those asked for, all by default."""
    parser = argparse.ArgumentParser(
        prog="vastus bench", description="Run the benchmarks; bench/README.md explains them."
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--list", action="store_true", help="list the benchmarks and leave")
    given = parser.parse_args()
    unknown = [name for name in given.names if name not in BENCHES]
    if unknown:
        parser.error(f"there is no benchmark '{unknown[0]}'; there are {', '.join(BENCHES)}")
    modules = {name: importlib.import_module(name) for name in given.names or BENCHES}
    if given.list:
        print(*(f"{name:10} {(module.__doc__ or '').splitlines()[0]}" for name, module in modules.items()), sep="\n")
        return 0
    on_one_core()
    told = header()
    if not given.json:
        print(", ".join(f"{name} {value}" for name, value in told.items()))
    reports: list[object] = []
    for module in modules.values():
        report = module.bench()
        reports.append(report.as_object())
        if not given.json:
            report.show()
            sys.stdout.flush()
    if given.json:
        print(json.dumps({"header": told, "benches": reports}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
