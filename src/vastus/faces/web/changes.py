"""The pages that change the library, or lead there: none of them is served in read-only."""

from vastus.faces.web.editing import edit_form, edit_step
from vastus.faces.web.gear import forget, keep_gear
from vastus.faces.web.importing import import_form, import_step
from vastus.faces.web.imports import imports, one_import, undo_import

CHANGES = (import_form, import_step, imports, one_import, undo_import, edit_form, edit_step, keep_gear, forget)
