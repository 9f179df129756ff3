"""What a page is silent about, although somebody who trains by it would look for it."""

from collections.abc import Iterator

from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding, Severity


def check_completeness(exercise: Exercise) -> Iterator[Finding]:
    """A finding for each missing part; for tips and overview only where the form has a place for them."""
    if not exercise.instructions:
        yield _missing("instructions", "the page has no instructions", Severity.WARNING)
    if not exercise.target:
        yield _missing("target", "the page names no target muscle", Severity.WARNING)
    if exercise.source.record is not None:
        return  # a record of a catalog whose form has no overview and no tips
    if not exercise.overview:
        yield _missing("overview", "the page has no overview", Severity.INFO)
    if not exercise.tips:
        yield _missing("tips", "the page has no tips", Severity.INFO)


def _missing(field: str, message: str, severity: Severity) -> Finding:
    return Finding(
        rule="missing-section", field=field, severity=severity, message=message, hint="add it if you know it"
    )
