"""Findings gathered while a page is read, bounded so that a broken page cannot bury its reader."""

from collections import Counter

from vastus.domain.page import Finding, Severity, Span

MAX_OF_A_RULE = 20
_EXCERPT = 80


class Notes:
    """The findings of one page: of each rule the first twenty, then one that counts the others."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._kept: list[Finding] = []
        self._counts: Counter[str] = Counter()

    def add(  # noqa: PLR0913  # a finding has so many parts
        self,
        rule: str,
        field: str,
        message: str,
        span: Span | None = None,
        *,
        severity: Severity = Severity.WARNING,
        hint: str | None = None,
    ) -> None:
        """Keep one finding; its excerpt is the start of what stands at `span`."""
        self._counts[rule] += 1
        if self._counts[rule] > MAX_OF_A_RULE:
            return
        excerpt = self._text[span[0] : min(span[1], span[0] + _EXCERPT)] if span else None
        self._kept.append(Finding(rule, field, severity, message, excerpt or None, hint, span))

    def findings(self) -> tuple[Finding, ...]:
        """Everything that was noted, in the order of the page."""
        more = [
            Finding(
                f"{rule}-more",
                "page",
                Severity.WARNING,
                f"{rule}: {count - MAX_OF_A_RULE} more of these",
            )
            for rule, count in self._counts.items()
            if count > MAX_OF_A_RULE
        ]
        return (*self._kept, *more)
