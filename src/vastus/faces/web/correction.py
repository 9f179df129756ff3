"""The form of corrections over HTTP: fields or Markdown, what was made of them, and the page that shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from litestar.datastructures import State

from vastus.check.page import findings_left
from vastus.domain.exercise import Exercise
from vastus.domain.merging import differences
from vastus.domain.page import Finding, Severity
from vastus.errors import PageError, UsageError
from vastus.faces.answer import Answer
from vastus.faces.markdown import print_exercise
from vastus.faces.web.correcting import STEP_KINDS, TIP_KINDS, Sheet, choices, corrected, sheet_from, sheet_of
from vastus.faces.web.templates import page as page_of
from vastus.faces.web.uploads import Form
from vastus.profile.build import with_id
from vastus.profile.slug import slug
from vastus.usecases.correct_exercise import Correction, read_correction

_SPARE_ROWS = 1
_MORE_ROWS = 3


def severities(findings: Sequence[Finding]) -> dict[Severity, int]:
    """How many findings of each severity there are, the worst first."""
    counts = {each: sum(finding.severity is each for finding in findings) for each in reversed(Severity)}
    return {severity: count for severity, count in counts.items() if count}


@dataclass(frozen=True, slots=True)
class Corrected:
    """A form of corrections as it stands: the sheet or the Markdown text, and what was made of it.

    `left` is what was found when the page was read and is not corrected: the form's own text does not show it.
    """

    sheet: Sheet
    markdown: str
    is_markdown: bool
    correction: Correction | None = None
    alert: str | None = None
    hint: str | None = None
    left: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All to look at: what was found in the correction, and what is left of the page's own."""
        return (*(self.correction.findings if self.correction else ()), *self.left)


def correct(  # noqa: PLR0913  # each by name
    form: Form,
    page: Exercise,
    state: State,
    *,
    found: Sequence[Finding],
    also: Sequence[str] = (),
    is_new: bool = False,
) -> Corrected:
    """What the form of corrections came to: fields become Markdown, and Markdown is read as any page is.

    `found` is what was found when `page` was read. The id of an exercise that `is_new` follows its name; one that is
    in the library keeps its own.
    """
    known = state.parts.known
    markdown = form.text("markdown")
    is_markdown = form.line("mode") == "markdown"
    sheet = Sheet() if is_markdown else sheet_from(form, known)
    try:
        if not is_markdown:
            # what the fields do not show was perhaps changed in the Markdown before
            base = read_correction(markdown, page, known, also=also, is_new=is_new).exercise if markdown else page
            built = corrected(sheet, base, known)
            if built is None:
                return Corrected(sheet, markdown, is_markdown, alert=_wrong(sheet))
            if is_new and base.id == slug(base.name):
                built = with_id(built, slug(built.name))
            markdown = print_exercise(built, is_new=is_new)
        correction = read_correction(markdown, page, known, also=also, is_new=is_new)
    except (PageError, UsageError) as error:
        return Corrected(sheet, markdown, is_markdown, alert=str(error), hint=error.hint)
    alert = "some of it cannot be read; the findings say what" if correction.errors else None
    left = findings_left(found, correction.findings, differences(page, correction.exercise))
    return Corrected(sheet, markdown, is_markdown, correction, alert, left=left)


def _wrong(sheet: Sheet) -> str:
    if "form" in sheet.errors:
        return sheet.errors["form"]
    count = len(sheet.errors)
    return "one field is wrong; it says why beside it" if count == 1 else f"{count} fields are wrong; each says why"


def correction_page(
    state: State, do: str, stands: Corrected, page: Exercise, status: int = 200, **values: Any  # noqa: ANN401  # as _page
) -> Answer:  # fmt: skip
    """The form of corrections, as it stands or in the other mode."""
    is_right = stands.alert is None and stands.correction is not None
    shown = stands.correction.exercise if stands.correction else page
    is_markdown = stands.is_markdown
    if is_right and do in {"markdown", "fields"}:
        is_markdown = do == "markdown"
    sheet = sheet_of(shown) if is_right else stands.sheet
    sheet.add_rows(_MORE_ROWS if do == "more" else _SPARE_ROWS)
    findings = stands.findings
    return page_of(
        "import_correct.html",
        state,
        status if stands.alert is None else 422 if status == 200 else status,  # noqa: PLR2004  # fine until now
        sheet=sheet,
        markdown=stands.markdown,
        is_markdown=is_markdown,
        it=shown,
        findings=findings,
        counts=severities(findings),
        is_doubtful=any(finding.severity is not Severity.INFO for finding in findings),
        choices=choices(state.parts.known),
        step_kinds=STEP_KINDS,
        tip_kinds=TIP_KINDS,
        **{"alert": stands.alert, "hint": stands.hint, "is_checked": do == "check", **values},
    )


def untouched(page: Exercise, findings: Sequence[Finding]) -> Corrected:
    """The form before anybody has changed anything."""
    return Corrected(sheet_of(page), "", is_markdown=False, correction=Correction(page, tuple(findings)))
