"""An exercise as a form that a person corrects, and back: what the form holds, and what is wrong beside which field.

The form never decides what an exercise may be: values become the domain's own types, whose constructors refuse what is
wrong, and the whole goes on as a page of our own form (`usecases.correct_exercise`). What the form does not show stays.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from msgspec.structs import replace

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import (
    Contraction,
    Demand,
    Dose,
    Exercise,
    Goal,
    Measure,
    Noise,
    Posture,
    Share,
    Step,
    StepKind,
    Tip,
    TipKind,
)
from vastus.faces.labels import STEP_LABELS, TIP_LABELS, facet_label, words
from vastus.faces.web.uploads import Form
from vastus.reference.vocabulary import Vocabularies, Vocabulary, folded

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

CAN_SAY_NONE = ("target", "secondary", "equipment")
"""Where "none" says more than silence."""
_CONTRACTIONS = ("concentric", "eccentric", "isometric")
_TIP_PARTS = ("sign", "causes", "fixes", "condition", "equipment", "to", "advice", "goals")
_ROW = re.compile(r"(steps|tips)-(\d{1,4})-text")
_DEEPEST = 8
_BARE = Exercise("bare", "-")
_GOALS = {folded(goal): goal for goal in Goal}


@dataclass(frozen=True, slots=True)
class Option:
    """A value that a field may have, and what it is called."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A field over a closed vocabulary: one value of it, or several where `is_many`."""

    name: str
    label: str
    options: tuple[Option, ...]
    is_many: bool = False
    is_detail: bool = False


@dataclass(slots=True)
class Sheet:
    """The form as it stands: texts by field, chosen values by field, rows of steps and tips, sentences by field."""

    texts: dict[str, str] = field(default_factory=dict[str, str])
    chosen: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    steps: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    tips: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    errors: dict[str, str] = field(default_factory=dict[str, str])

    def add_rows(self, count: int) -> None:
        """Blank rows for more steps and tips."""
        self.steps += ({"kind": StepKind.EXECUTE, "text": ""} for _ in range(count))
        self.tips += ({"kind": TipKind.CUE, "text": "", "depth": "0"} for _ in range(count))


def choices(known: Vocabularies) -> tuple[Choice, ...]:
    """The fields over closed vocabularies, in the order of the form."""

    def rows(table: Vocabulary[Any]) -> tuple[Option, ...]:
        return tuple(Option(str(row.value), row.label[:1].upper() + row.label[1:]) for row in table.rows.values())

    def values(kind: type[StrEnum]) -> tuple[Option, ...]:
        return tuple(Option(value, words(value).capitalize()) for value in kind)

    return (
        Choice("target", "Target muscles", rows(known.groups), is_many=True),
        Choice("secondary", "Secondary muscles", rows(known.groups), is_many=True),
        Choice("equipment", "Equipment", rows(known.equipment), is_many=True),
        Choice("type", "Type", rows(known.types)),
        Choice("level", "Level", rows(known.level)),
        Choice("mechanics", "Mechanics", rows(known.mechanics)),
        Choice("force", "Force", rows(known.force)),
        Choice("laterality", "Sides", rows(known.laterality)),
        Choice("measures", "Counted in", values(Measure), is_many=True, is_detail=True),
        Choice(
            "demands",
            "The body must tolerate",
            tuple(Option(value, facet_label("demand", value, known)) for value in Demand),
            is_many=True,
            is_detail=True,
        ),
        Choice("posture", "Posture", values(Posture), is_detail=True),
        Choice("noise", "Noise", values(Noise), is_detail=True),
        *(Choice(name, f"{name.capitalize()} work", values(Share), is_detail=True) for name in _CONTRACTIONS),
    )


STEP_KINDS = tuple(Option(kind, STEP_LABELS[kind]) for kind in StepKind)
TIP_KINDS = tuple(Option(kind, TIP_LABELS[kind]) for kind in TipKind)


def sheet_of(exercise: Exercise) -> Sheet:
    """The form of an exercise."""
    contraction = exercise.contraction or Contraction()
    singles = ("type", "level", "mechanics", "force", "laterality", "posture", "noise")
    sheet = Sheet(
        texts={
            "name": exercise.name,
            "aliases": "\n".join(exercise.aliases),
            "overview": exercise.overview or "",
            **{name: str(getattr(exercise, name) or "") for name in singles},
            **{name: str(getattr(contraction, name) or "") for name in _CONTRACTIONS},
        },
        chosen={
            **{name: list(map(str, getattr(exercise, name) or ())) for name in CAN_SAY_NONE},
            "demands": list(map(str, exercise.demands)),
            "measures": list(map(str, exercise.dose.measures if exercise.dose else ())),
        },
        steps=[{"kind": step.kind, "text": step.text} for step in exercise.instructions],
        tips=[row for tip in exercise.tips for row in _tip_rows(tip, 0)],
    )
    for name in CAN_SAY_NONE:
        if getattr(exercise, name) == ():
            sheet.texts[f"{name}-none"] = "yes"
    return sheet


def _tip_rows(tip: Tip, depth: int) -> Iterator[dict[str, str]]:
    yield {
        "kind": tip.kind,
        "text": tip.text,
        "depth": str(depth),
        "sign": tip.sign or "",
        "causes": "\n".join(tip.causes),
        "fixes": "\n".join(tip.fixes),
        "condition": tip.condition or "",
        "equipment": ", ".join(tip.equipment),
        "to": tip.to or "",
        "advice": tip.advice or "",
        "goals": ", ".join(tip.goals),
    }
    for child in tip.children:
        yield from _tip_rows(child, depth + 1)


def sheet_from(form: Form, known: Vocabularies) -> Sheet:
    """The form as it came back; blank rows of steps and tips fall away."""
    texts = {"name": form.line("name"), "aliases": form.text("aliases"), "overview": form.text("overview")}
    chosen: dict[str, list[str]] = {}
    for choice in choices(known):
        if choice.is_many:
            chosen[choice.name] = list(dict.fromkeys(form.all(choice.name)))
        else:
            texts[choice.name] = form.line(choice.name)
    for name in CAN_SAY_NONE:
        if form.line(f"{name}-none"):
            texts[f"{name}-none"] = "yes"
    return Sheet(texts, chosen, _rows(form, "steps", ("kind", "place")), _rows(form, "tips", ("kind", "depth")))


def _rows(form: Form, group: str, names: Sequence[str]) -> list[dict[str, str]]:
    numbers = sorted({int(found[2]) for name in form.fields if (found := _ROW.fullmatch(name)) and found[1] == group})
    rows: list[dict[str, str]] = []
    for number in numbers:
        row = {name: form.line(f"{group}-{number}-{name}") for name in ("text", *names)}
        if group == "tips":
            row |= {name: form.text(f"{group}-{number}-{name}").strip() for name in _TIP_PARTS}
        if row["text"] or any(row.get(name) for name in _TIP_PARTS):
            rows.append(row)
    return _in_place(rows) if group == "steps" else rows


def _in_place(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Steps in the order of the numbers that stand beside them; a row without one stays where it is."""

    def place(entry: tuple[int, dict[str, str]]) -> tuple[int, int]:
        at, row = entry[0] + 1, entry[1]
        given = row.pop("place", "")
        number = int(given) if re.fullmatch(r"[0-9]{1,4}", given) else at
        return number, (number > at) - (number < at)  # who comes up goes before, who goes down behind

    return [row for _, row in sorted(enumerate(rows), key=place)]


def corrected(sheet: Sheet, before: Exercise, known: Vocabularies) -> Exercise | None:
    """The exercise as the form wants it; None where something is wrong, which then stands in `sheet.errors`."""
    sheet.errors.clear()
    reader = _Reader(sheet, before, known)
    values = reader.values()
    if sheet.errors:
        return None
    try:
        return replace(before, **values)
    except ValueError as error:
        sheet.errors["form"] = _sentence(error)
        return None


class _Reader:
    """Reads one form; whatever is wrong goes into its errors and the rest goes on."""

    def __init__(self, sheet: Sheet, before: Exercise, known: Vocabularies) -> None:
        self._sheet, self._before, self._known = sheet, before, known
        self._choices = {choice.name: choice for choice in choices(known)}

    def values(self) -> dict[str, Any]:
        """Every field that the form shows, by name."""
        texts, known = self._sheet.texts, self._known
        values: dict[str, Any] = {
            "name": self._part("name", lambda: _filled(texts["name"], "a name")),
            "aliases": self._part("aliases", lambda: tuple(dict.fromkeys(_lines(texts["aliases"])))),
            "overview": self._part("overview", lambda: _prose(texts["overview"])),
        }
        for name, kind in (
            ("type", known.types.values), ("level", known.level.values), ("mechanics", known.mechanics.values),
            ("force", known.force.values), ("laterality", known.laterality.values), ("posture", Posture),
            ("noise", Noise),
        ):  # fmt: skip
            values[name] = self._single(name, kind)
        for name, kind in (
            ("target", known.groups.values), ("secondary", known.groups.values), ("equipment", Equipment),
        ):  # fmt: skip
            values[name] = self._several_or_none(name, kind)
        values["demands"] = self._several("demands", Demand, self._before.demands)
        values["dose"] = self._dose()
        values["contraction"] = self._contraction()
        values["instructions"] = tuple(self._steps())
        values["tips"] = self._tips()
        return values

    def _checked(self, place: str, build: Callable[[], T]) -> T | None:
        try:
            return build()
        except ValueError as error:
            self._sheet.errors[place] = _sentence(error)
            return None

    def _part(self, name: str, read: Callable[[], Any]) -> Any:  # noqa: ANN401  # whatever the field holds
        """A field that an exercise itself checks."""
        exercise = self._checked(name, lambda: replace(_BARE, **{name: read()}))
        return exercise and getattr(exercise, name)

    def _value(self, name: str, kind: type[E], word: str) -> E | None:
        try:
            return kind(word)
        except ValueError:
            choice = self._choices[name]
            self._sheet.errors[name] = f"'{word[:60]}' is none of the values of {choice.label.lower()}; choose one"
            return None

    def _single(self, name: str, kind: type[E]) -> E | None:
        word = self._sheet.texts.get(name, "")
        return self._value(name, kind, word) if word else None

    def _several(self, name: str, kind: type[E], before: Sequence[E] | None) -> tuple[E, ...]:
        found = (self._value(name, kind, word) for word in self._sheet.chosen.get(name, ()))
        values = tuple(dict.fromkeys(value for value in found if value is not None))
        return tuple(before) if before is not None and set(before) == set(values) else values

    def _several_or_none(self, name: str, kind: type[E]) -> tuple[E, ...] | None:
        values = self._several(name, kind, getattr(self._before, name))
        says_none = bool(self._sheet.texts.get(f"{name}-none"))
        if values and says_none:
            self._sheet.errors[name] = "it cannot be none and something; take one away"
        return values or (() if says_none else None)

    def _dose(self) -> Dose | None:
        before = self._before.dose
        measures = self._several("measures", Measure, before.measures if before else ())
        if before is None:
            return Dose(measures=measures) if measures else None
        return before if measures == before.measures else replace(before, measures=measures, spans=())

    def _contraction(self) -> Contraction | None:
        before = self._before.contraction
        shares = {name: self._single(name, Share) for name in _CONTRACTIONS}
        found = Contraction(shares["concentric"], shares["eccentric"], shares["isometric"])
        if found == (before or Contraction()):
            return before
        return None if found == Contraction() else found

    def _steps(self) -> Iterator[Step]:
        for number, row in enumerate(self._sheet.steps):
            step = self._checked(f"steps-{number}", lambda row=row: _step(row))
            if step:
                yield step

    def _tips(self) -> tuple[Tip, ...]:
        """The tips with those below them, from rows that say how deep they stand."""
        top: list[Tip] = []
        rows = self._sheet.tips
        at = 0
        while at < len(rows):
            tip, at = self._tip(at, 0)
            if tip:
                top.append(tip)
        return tuple(top)

    def _tip(self, at: int, depth: int) -> tuple[Tip | None, int]:
        """The tip of a row with its children, and the row behind them."""
        row = self._sheet.tips[at]
        place = f"tips-{at}"
        given = row.get("depth") or "0"
        if not given.isascii() or not given.isdigit() or depth != min(int(given), depth + 1, _DEEPEST):
            self._sheet.errors[place] = "it stands below a tip that is not there; move it out"
        children: list[Tip] = []
        following = at + 1
        while following < len(self._sheet.tips) and _depth(self._sheet.tips[following]) > depth:
            child, following = self._tip(following, depth + 1)
            if child:
                children.append(child)
        tip = self._checked(place, lambda: self._built(row, children))
        return tip, following

    def _built(self, row: Mapping[str, str], children: Sequence[Tip]) -> Tip:
        parts: dict[str, Any] = {
            "sign": _one(row["sign"]),
            "condition": _one(row["condition"]),
            "advice": _one(row["advice"]),
            "to": _one(row["to"]),
            "causes": _lines(row["causes"]),
            "fixes": _lines(row["fixes"]),
            "equipment": tuple(self._implements(row["equipment"])),
            "goals": tuple(_goals(row["goals"])),
        }
        kind = _kind(TipKind, row["kind"], TipKind.CUE)
        return Tip(_filled(row["text"], "the text of the tip"), kind, children=tuple(children), **parts)

    def _implements(self, text: str) -> Iterator[Equipment]:
        for word in _listed(text):
            found = self._known.equipment.find(word)
            if found is None:
                nearest = self._known.equipment.nearest(word)
                hint = f"did you mean {' or '.join(nearest)}?" if nearest else "Equipment above lists what there is"
                raise ValueError(f"'{word[:60]}' is no equipment that is known; {hint}")
            yield found.value


def _step(row: Mapping[str, str]) -> Step:
    return Step(row["text"], _kind(StepKind, row["kind"], StepKind.OTHER))


def _depth(row: Mapping[str, str]) -> int:
    given = row.get("depth") or "0"
    return int(given) if given.isascii() and given.isdigit() and len(given) < 3 else 0  # noqa: PLR2004  # no tip is that deep


def _kind(kind: type[E], word: str, otherwise: E) -> E:
    if not word:
        return otherwise
    try:
        return kind(word)
    except ValueError:
        raise ValueError(f"'{word[:60]}' is no kind; choose one") from None


def _goals(text: str) -> Iterator[Goal]:
    for word in _listed(text):
        goal = _GOALS.get(folded(word))
        if goal is None:
            raise ValueError(f"'{word[:60]}' is no goal; goals are {', '.join(map(words, Goal))}")
        yield goal


def _listed(text: str) -> Iterable[str]:
    return dict.fromkeys(part.strip() for part in re.split(r"[,\n]", text) if part.strip())


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _one(text: str) -> str | None:
    return " ".join(_lines(text)) or None


def _prose(text: str) -> str | None:
    """Paragraphs, parted by blank lines; a line break inside one is a blank."""
    paragraphs = (" ".join(_lines(paragraph)) for paragraph in re.split(r"\n\s*\n", text))
    return "\n\n".join(each for each in paragraphs if each) or None


def _filled(text: str, what: str) -> str:
    if not text:
        raise ValueError(f"{what} is needed; what stood there was taken away")
    return text


def _sentence(error: ValueError) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}"
