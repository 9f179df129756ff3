"""What the server does when it has nothing else to do, so that nobody waits for it: ADR 0016.

It loads what routes would load when first asked for, and checks the claims of pages that somebody may open.
"""

from threading import Event
from types import ModuleType

from vastus.errors import UnknownExercise, VastusError
from vastus.faces.cli.parts import Parts
from vastus.faces.web.claims import MOST_KEPT
from vastus.faces.web.templates import claims_section

_BREAK_S = 0.01  # between two pages, which take some 2 ms each: whoever asks for something meanwhile goes first


def work_ahead(parts: Parts, is_over: Event, *, after_s: float, read_only: bool) -> None:
    """All of it, some time after now, until it is over."""
    if not is_over.wait(after_s):
        load_ahead(read_only=read_only)
        check_ahead(parts, is_over)


def check_ahead(parts: Parts, is_over: Event, *, break_s: float = _BREAK_S) -> int:
    """Check the claims of the library's pages, as many as are kept, one after the other; how many there were."""
    checked = 0
    try:
        for row in parts.reader.rows()[:MOST_KEPT]:
            if is_over.wait(break_s):
                break
            try:
                claims_section(parts.reader.get(row.id).exercise)
            except UnknownExercise:
                continue  # taken back meanwhile
            checked += 1
    except VastusError:  # whoever asks for a page is told what is wrong with the library
        return checked
    return checked


def load_ahead(*, read_only: bool) -> tuple[ModuleType, ...]:
    """The modules that answer the calculator's routes and, unless in read-only, those of importing and correcting."""
    from vastus.faces import json_sled
    from vastus.faces.web import sled

    if read_only:
        return json_sled, sled
    from vastus.faces.api import taking
    from vastus.faces.web import editing, gear, importing
    from vastus.parse.forms import forms

    forms()  # they are loaded when first asked for, too
    return json_sled, sled, taking, editing, gear, importing
