"""JSON-LD in a page's `script` elements: exercises described for search engines."""

import re
from collections.abc import Iterator

from vastus.domain.page import Draft, Finding, Rejected, Severity
from vastus.parse import structured
from vastus.parse.form import Form
from vastus.parse.json_value import decode_leniently
from vastus.parse.opened import Opened

NAME = "json-ld"
_WRAPPING = re.compile(r"^\s*(?:/\*|//)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?|(?://|/\*)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*$")
_EXCERPT = 120  # characters


def _blocks(opened: Opened) -> Iterator[str]:
    """The texts of the page's JSON-LD scripts."""
    if opened.looks_like_json or "ld+json" not in opened.text:
        return
    for script in opened.html.css("script"):
        kind = script.attributes.get("type") or ""
        if kind.strip().lower().startswith("application/ld+json"):
            yield _WRAPPING.sub("", script.text() or "").strip().rstrip(";")


def _values(opened: Opened) -> tuple[list[object], list[Finding]]:
    """The decoded blocks, and a finding for every one that cannot be decoded."""
    values: list[object] = []
    findings: list[Finding] = []
    for block in _blocks(opened):
        try:
            values.append(decode_leniently(block))
        except ValueError as error:
            findings.append(_broken(block, error))
    return values, findings


def _broken(block: str, error: ValueError) -> Finding:
    return Finding(
        "broken-json-ld",
        "source",
        Severity.WARNING,
        f"a block of embedded structured data is no valid JSON ({error}); it was not read",
        excerpt=block[:_EXCERPT] or None,
        hint="the rest of the page was read as usual",
    )


def broken_blocks(opened: Opened) -> tuple[Finding, ...]:
    """A finding for every block that cannot be decoded, for whoever reads the page's prose."""
    return tuple(_values(opened)[1])


def identify(opened: Opened) -> bool:
    """Whether the page's JSON-LD holds an exercise with a name and at least one step."""
    return any(map(structured.is_exercise, structured.candidates(_values(opened)[0])))


def read(opened: Opened) -> Iterator[Draft | Rejected]:
    """A draft for every exercise in the page's JSON-LD."""
    values, findings = _values(opened)
    yield from structured.read(opened.page, NAME, values, canonical_address(opened), findings)


def canonical_address(opened: Opened) -> str | None:
    """The address that an HTML page gives as its own."""
    if opened.looks_like_json:
        return None
    link = opened.html.css_first('link[rel~="canonical"]')
    return (link.attributes.get("href") or None) if link else None


FORM = Form(NAME, "HTML with schema.org JSON-LD (HowTo, ExercisePlan)", identify, read)
