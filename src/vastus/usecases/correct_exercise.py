"""Correct an exercise: what a person made of its page comes as a page of our own form, and is read as any page is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from msgspec.structs import replace

from vastus.domain.exercise import Exercise, Step, Tip
from vastus.domain.page import Finding, Page, Severity
from vastus.domain.value import Placed, Value
from vastus.errors import NotAnExercise, UsageError
from vastus.parse.forms import form_named
from vastus.reference.vocabulary import Vocabularies
from vastus.usecases.read_pages import Refused, read_pages


@dataclass(frozen=True, slots=True)
class Correction:
    """The exercise as the person wants it, and what a reader of it should look at."""

    exercise: Exercise
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What could not be read, and so is not in the exercise: nobody should store it like this."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def read_correction(  # noqa: PLR0913  # each by name
    text: str,
    page: Exercise,
    known: Vocabularies,
    *,
    path: str | None = None,
    also: Iterable[str] = (),
    is_new: bool = False,
) -> Correction:
    """What a Markdown page makes of an exercise; places that pointed into the exercise's own page are kept.

    Args:
        text: The corrected page, in the form of docs/markdown-form.md.
        page: The exercise before the correction.
        known: The vocabularies.
        path: The file that the text is from, for messages.
        also: Other ids that the exercise had and that the text may call it by.
        is_new: It is not in the library yet: it gets the id that the text says, or that of its name.

    Raises:
        NotAnExercise: the text is no such page.
        UsageError: it is another exercise's page.
    """
    read = next(iter(read_pages([Page(text, path=path)], known, form=form_named("markdown"))))
    if isinstance(read, Refused):
        raise NotAnExercise(read.reason)
    if is_new:
        return Correction(placed(replace(read.exercise, source=page.source), page), read.findings)
    if read.exercise.id not in (page.id, *also):
        what = f"the page is of '{read.exercise.id}', not of '{page.id}'"
        raise UsageError(what, "'vastus rename' gives an exercise another id")
    return Correction(placed(replace(read.exercise, id=page.id, source=page.source), page), read.findings)


def placed(exercise: Exercise, page: Exercise) -> Exercise:
    """The exercise with the places of its page: what is as the page has it points there, what is new points nowhere."""
    names = (name for name in exercise.__struct_fields__ if name not in {"id", "source"})
    return replace(exercise, **{name: _placed(getattr(exercise, name), getattr(page, name)) for name in names})


def _placed(value: object, before: object) -> object:
    if value == before:
        return before
    if not isinstance(value, tuple):
        return _bare(value)
    by_text: dict[str, list[Step | Tip]] = defaultdict(list)
    for item in _items(before):
        if isinstance(item, Step | Tip):
            by_text[item.text].append(item)
    return tuple(_item(item, by_text) for item in _items(cast("object", value)))


def _items(value: object) -> tuple[object, ...]:
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()


def _item(item: object, by_text: dict[str, list[Step | Tip]]) -> object:
    """A step or a tip with the place of the one that said the same; anything else without a place."""
    bare = _bare(item)
    if not isinstance(bare, Step | Tip) or not by_text.get(bare.text):
        return bare
    was = by_text[bare.text].pop(0)
    if was == item:
        return was
    kept = replace(bare, span=was.span, evidence=was.evidence if was.kind == bare.kind else None)
    if isinstance(kept, Tip) and isinstance(was, Tip):
        return replace(kept, children=cast("tuple[Tip, ...]", _placed(kept.children, was.children)))
    return kept


def _bare(value: object) -> object:
    """A value without places."""
    if isinstance(value, tuple):
        return tuple(map(_bare, _items(cast("object", value))))
    if not isinstance(value, Value):
        return value
    named = (
        value.content()
        if isinstance(value, Placed)
        else ((name, getattr(value, name)) for name in value.__struct_fields__)
    )
    return type(value)(**{name: _bare(inner) for name, inner in named})
