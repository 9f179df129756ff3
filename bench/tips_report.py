"""How well the rules understand the labelled tips in `tests/corpus`, on the tuned and on the untouched part.

python bench/tips_report.py           prints the tables
python bench/tips_report.py --write   puts them into docs/understanding.md
"""

import json
import re
import statistics
import sys
import timeit
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vastus.domain.exercise import Tip, TipKind
from vastus.domain.page import Item, Words
from vastus.profile.tips import read_tips, understand

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "corpus"
REPORT = ROOT / "docs" / "understanding.md"
FILES = ("a", "b", "c", "d")
PARTS = ("sign", "causes", "fixes", "equipment", "condition")
ENOUGH_SHARED = 0.6  # token F1 from which two cuts of a text count as the same
EVERY_THIRD = 3  # lines whose number it divides are the untouched part
BEGIN, END = "<!-- tips_report: begin -->", "<!-- tips_report: end -->"

Label = Mapping[str, Any]


@dataclass(slots=True)
class Score:
    """Counts of one kind or part: what was labelled, what the rules gave, and where both agree."""

    wanted: int = 0
    given: int = 0
    wanted_and_given: int = 0
    given_and_wanted: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what the rules gave that was labelled so; None when they gave nothing."""
        return self.given_and_wanted / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        """Share of what was labelled that the rules gave; None when nothing was."""
        return self.wanted_and_given / self.wanted if self.wanted else None

    def add(self, wanted: Sequence[str], given: Sequence[str], *, exactly: bool = False) -> None:
        """Count one tip's labelled and given values."""
        self.wanted += len(wanted)
        self.given += len(given)
        self.wanted_and_given += sum(any(_alike(want, give, exactly=exactly) for give in given) for want in wanted)
        self.given_and_wanted += sum(any(_alike(want, give, exactly=exactly) for want in wanted) for give in given)


@dataclass(slots=True)
class Scores:
    """All counts over some tips. Parts are counted where the kind is right."""

    tips: int = 0
    right: int = 0
    kinds: dict[str, Score] = field(default_factory=lambda: {kind.value: Score() for kind in TipKind})
    parts: dict[str, Score] = field(default_factory=lambda: {part: Score() for part in PARTS})
    confused: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])


def labelled(files: Iterable[str] = FILES, *, untouched: bool) -> Iterator[Label]:
    """The labelled tips of one part; those of the other part are dropped before anything looks at them."""
    for name in files:
        lines = (CORPUS / f"tips-{name}.jsonl").read_text("utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            if (number % EVERY_THIRD == 0) is untouched:
                yield json.loads(line)


def measured(labels: Iterable[Label]) -> Scores:
    """The rules' results against the labels, nested tips included."""
    scores = Scores()
    for label in labels:
        (tip,) = read_tips((_item(label),))
        _compare(scores, label, tip)
    return scores


def _item(label: Label) -> Item:
    return Item(Words(label["text"]), tuple(_item(child) for child in label["children"]))


def _compare(scores: Scores, label: Label, tip: Tip) -> None:
    want, give = label["kind"], tip.kind.value
    scores.tips += 1
    scores.kinds[want].wanted += 1
    scores.kinds[give].given += 1
    if want == give:
        scores.right += 1
        scores.kinds[want].wanted_and_given += 1
        scores.kinds[want].given_and_wanted += 1
        _compare_parts(scores, label, tip)
    else:
        scores.confused[want, give] += 1
    for child, understood in zip(label["children"], tip.children, strict=True):
        _compare(scores, child, understood)


def _compare_parts(scores: Scores, label: Label, tip: Tip) -> None:
    parts = scores.parts
    if tip.kind is TipKind.FAULT:
        parts["sign"].add(_some(label["sign"]), _some(tip.sign))
        parts["causes"].add(label["causes"], tip.causes)
        parts["fixes"].add(label["fixes"], tip.fixes)
    if tip.kind is TipKind.SUBSTITUTE:
        parts["equipment"].add(label["equipment"], tip.equipment, exactly=True)
    if tip.kind in (TipKind.SUBSTITUTE, TipKind.INDIVIDUAL):
        parts["condition"].add(_some(label["condition"]), _some(tip.condition))


def _some(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def _alike(want: str, give: str, *, exactly: bool) -> bool:
    if exactly:
        return want == give
    a, b = (set(re.findall(r"\w+", text.lower())) for text in (want, give))
    return bool(a or b) and 2 * len(a & b) / (len(a) + len(b)) >= ENOUGH_SHARED


def tables() -> str:
    """The report as Markdown: one table for every file, and one for all."""
    blocks = [_table("All files", FILES), *(_table(f"tips-{name}", (name,)) for name in FILES)]
    return "\n\n".join(blocks)


def _table(title: str, files: Sequence[str]) -> str:
    both = [measured(labelled(files, untouched=untouched)) for untouched in (False, True)]
    head = " · ".join(
        f"{name}: {scores.right} of {scores.tips} kinds right ({_share(scores.right / scores.tips)})"
        for name, scores in zip(("tuned", "untouched"), both, strict=True)
    )
    lines = [
        f"**{title}** — {head}",
        "",
        "| | tuned: n | precision | recall | untouched: n | precision | recall |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for group in ("kinds", "parts"):
        for name in getattr(both[0], group):
            cells = [cell for scores in both for cell in _cells(getattr(scores, group)[name])]
            lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cells(score: Score) -> tuple[str, str, str]:
    return str(score.wanted), _share(score.precision), _share(score.recall)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def microseconds(texts: Sequence[str]) -> float:
    """Median time to understand the texts once, in µs."""

    def run() -> None:
        for text in texts:
            understand(text)

    run()
    return statistics.median(timeit.repeat(run, number=1, repeat=9)) * 1e6


def write() -> None:
    """Put the tables between the marks of the report."""
    text = REPORT.read_text("utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    REPORT.write_text(f"{before}{BEGIN}\n{tables()}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    if "--write" in sys.argv:
        write()
    else:
        print(tables())
        texts = [label["text"] for label in labelled(untouched=False)]
        print(f"\n{microseconds(texts) / len(texts):.0f} µs a tip")
