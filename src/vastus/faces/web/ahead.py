"""Loading, when the server has nothing else to do, what routes would load when first asked for: ADR 0016."""

from types import ModuleType


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
