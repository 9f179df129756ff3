"""A page opened just far enough to see what it is: JSON, HTML or text, each decoded once and only when asked for."""

import re
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from vastus.domain.page import Page
from vastus.parse.html_lines import Seen, seen
from vastus.parse.labels import LabelCounts, count_labels, labelled
from vastus.parse.lines import Line, text_lines
from vastus.prose.patterns import mentions

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_HTML_MARKS = (
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<div",
    "<p>",
    "<h1",
    "<ul",
    "<article",
    "<main",
    "<section",
)

_HEAD = 4096  # characters that tell kinds of page apart
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_DEEPEST = 5000  # tags in one another; saved pages have fewer than a hundred
_NEVER_DEEP = frozenset(
    "area base br col embed hr img input link meta param source track wbr"
    " li p td th tr dd dt option thead tbody tfoot".split()
)
"""Tags that hold nothing, or that the next of their kind closes."""


class Opened:
    """A page and the structures behind its text. `json` and `html` are None when the page is not of that kind."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.text

    @cached_property
    def head(self) -> str:
        """The first characters, without leading white space: enough to tell kinds apart."""
        return self.text[:_HEAD].lstrip("\ufeff\u200b \t\r\n")

    @property
    def looks_like_json(self) -> bool:
        """Whether the text starts as a JSON object or array does."""
        return self.head[:1] in ("{", "[")

    @cached_property
    def looks_like_html(self) -> bool:
        """Whether the text holds the marks of an HTML document or fragment."""
        return "<" in self.head and (self.head[0] == "<" or mentions(self.head.lower(), _HTML_MARKS))

    @cached_property
    def json(self) -> object:
        """The decoded JSON value; raises `msgspec.DecodeError` (or RecursionError) when it is broken."""
        return msgspec.json.decode(self.text.lstrip("\ufeff \t\r\n"))

    @cached_property
    def html(self) -> "LexborHTMLParser":
        """The document tree. Scripts are never run; nothing is fetched."""
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415  # text pages do without it

        return LexborHTMLParser(self.text)

    @property
    def is_too_deep(self) -> bool:
        """Whether more tags stand open in one another than on any page: parsing time grows with the square of that."""
        if self.text.count("<") <= _DEEPEST:
            return False
        depth = 0
        for tag in _TAG.finditer(self.text):
            if tag[2].lower() not in _NEVER_DEEP:
                depth = max(depth - 1, 0) if tag[1] else depth + 1
                if depth > _DEEPEST:
                    return True
        return False

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of a plain text."""
        return list(labelled(text_lines(self.text)))

    @cached_property
    def seen(self) -> Seen:
        """What a reader sees of an HTML document."""
        found = seen(self.text, self.html)
        found.lines = list(labelled(found.lines))
        return found

    @cached_property
    def label_counts(self) -> LabelCounts:
        """How many labels of profiles and of workouts its lines start with."""
        return count_labels(self.seen.lines if self.looks_like_html else self.lines)
