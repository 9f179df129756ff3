"""All forms of page, in the order in which they are tried; the first that recognises the content reads it."""

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from vastus.domain.page import Draft, Page, Rejected
from vastus.errors import UsageError
from vastus.parse.form import Form
from vastus.parse.hidden import hidden_words
from vastus.parse.opened import Opened


@cache
def forms() -> tuple[Form, ...]:
    """Every form, most telling first."""
    from vastus.parse import json_ld, markdown, microdata, profile_page, prose_page  # noqa: PLC0415  # not for `show`
    from vastus.parse.catalogs import exercemus, free_exercise_db, wger  # noqa: PLC0415  # not for `show`

    return (
        markdown.FORM,
        free_exercise_db.FORM,
        exercemus.FORM,
        wger.FORM,
        profile_page.TEXT,
        profile_page.HTML,
        json_ld.FORM,
        microdata.FORM,
        prose_page.FORM,
    )


def form_named(name: str) -> Form:
    """The form of that name; `UsageError` when there is none."""
    for form in forms():
        if form.name == name:
            return form
    raise UsageError(f"there is no form '{name}'", "forms are " + ", ".join(form.name for form in forms()))


def parse_page(page: Page, form: Form | None = None) -> Iterator[Draft | Rejected]:
    """Every exercise on a page, or why there is none; the form is told by content unless it is given."""
    opened = Opened(page)
    if not page.text.strip("\ufeff\u200b \t\r\n\x00"):
        yield Rejected("the page is empty")
        return
    if (form or not opened.looks_like_json) and opened.is_too_deep:
        yield Rejected("its tags are nested too deeply to be a page")
        return
    chosen = form or next((each for each in forms() if each.identify(opened)), None)
    if chosen is None:
        yield Rejected(_why_not(opened))
        return
    is_anything = False
    for found in chosen.read(opened):
        is_anything = True
        yield _told(found, page)
    if not is_anything:
        yield Rejected(f"nothing of the form '{chosen.name}' was found in it")


def _told(found: Draft | Rejected, page: Page) -> Draft | Rejected:
    """A draft with a finding where the words of its page look otherwise than they are."""
    if isinstance(found, Rejected) or found.source.record is not None:  # a catalog looks at record by record
        return found
    is_own = found.source.form == "markdown"  # whose text has none of them any more
    hidden = hidden_words(page.text if is_own else found.text)
    return replace(found, findings=(*found.findings, hidden)) if hidden else found


def _why_not(opened: Opened) -> str:
    try:
        opened.json  # noqa: B018  # decoding is what may fail
    except RecursionError:
        return "JSON that is nested too deeply to be a catalog"
    except ValueError as error:
        return f"it starts like JSON but is not valid: {str(error)[:120]}"
    return "JSON, but of none of the known catalogs (free-exercise-db, exercemus, wger)"
