"""An HTML document as lines: what a reader sees of it, without navigation, scripts, forms, comments and link lists.

The document is never executed. The lines' places point into the text that a reader sees, which is returned with them.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vastus.domain.page import Words
from vastus.parse.hidden import without_hidden
from vastus.parse.lines import RULE, Line, Marker, clean, item_marker

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_SKIPPED = frozenset(
    "script style noscript template nav footer aside form iframe svg math canvas object embed video audio picture"
    " button select input textarea dialog menu head map".split()
)
_BLOCKS = frozenset(
    "address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header"
    " hgroup hr html legend li main ol p pre section summary table tbody tfoot thead tr ul".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus|respond|related|recommended|popular|trending|sidebar|breadcrumbs?|menu|navbar|nav"
    r"|navigation|cookie|consent|newsletter|signup|subscribe|share|sharing|social|promo|advert|ads?|banner|footer|popup"
    r"|modal|toolbar|pagination|pager|skip-link|skip|login|search|cart|newsfeed|tags|rating|ratings|votes?|author-bio)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_NEVER_FURNITURE = frozenset({"html", "body", "main", "article"})
_BLANKS = re.compile(r"\s+")


@dataclass(slots=True)
class Seen:
    """What a reader sees of a document: its text, the lines of it, and what its head says."""

    text: str
    lines: list[Line]
    title: str | None
    heading: str | None
    url: str | None


class _Reader:
    """Walks the tree once and gathers lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.text: list[str] = []
        self.length = 0
        self.inline: list[str] = []
        self.marker = Marker.NONE
        self.number: int = 0
        self.gap = 0
        self.is_broken = False

    def flush(self, depth: int, *, is_break: bool = False) -> None:
        """End the current line; `is_break` when a line break ends it and not a block."""
        raw = _BLANKS.sub(" ", "".join(self.inline)).strip()
        if not raw:
            if self.inline and "\xa0" in "".join(self.inline):
                self.gap = max(self.gap, 1)
            self.inline.clear()
            return
        self.inline.clear()
        continues, self.is_broken = self.is_broken, is_break
        indent = max(depth - 1, 0) * 2
        typed = item_marker(raw) if self.marker is Marker.NONE else None
        if typed:
            self.marker, self.number, length = typed
            raw = raw[length:]
        prefix = " " * indent + {Marker.BULLET: "• ", Marker.NUMBER: f"{self.number}. "}.get(self.marker, "")
        words = clean(raw, self.length + len(prefix))
        if not words.text:
            return
        self.text.append(prefix + raw + "\n")
        folded = words.text.lower()
        self.lines.append(Line(words, indent, self.marker, self.gap, self.number, folded, continues=continues))
        self.length += len(prefix) + len(raw) + 1
        self.marker, self.number, self.gap = Marker.NONE, 0, 0

    def walk(self, root: "LexborNode") -> None:  # noqa: C901  # one pass over one tree, a case a tag
        """Gather the lines below `root`; iterative, so that no nesting is too deep."""
        depth = 0
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        counters: list[int] = []
        while stack:
            node, is_end = stack.pop()
            tag = node.tag or ""
            if is_end:
                self.flush(depth)
                if tag in ("ul", "ol"):
                    depth -= 1
                    counters.pop()
                    if depth == 0:
                        self.gap = 1
                continue
            if tag == "-text":
                self.inline.append(node.text(deep=False) or "")
                continue
            if tag in _SKIPPED or tag.startswith(("-", "_")) or _is_furniture(node, tag):
                continue
            if tag == "br":
                self.flush(depth, is_break=True)
                continue
            if tag in ("td", "th") and self.inline:
                self.inline.append("\t: ")
            if tag in _BLOCKS:
                self.flush(depth)
                if tag in _HEADINGS:
                    self.marker, self.number = Marker.HEADING, int(tag[1])
                elif tag == "hr":
                    self.gap = RULE
                elif tag in ("ul", "ol"):
                    depth += 1
                    counters.append(_first_number(node) - 1 if tag == "ol" else -1)
                elif tag == "li":
                    if counters and counters[-1] >= 0:
                        counters[-1] += 1
                        self.marker, self.number = Marker.NUMBER, counters[-1]
                    else:
                        self.marker = Marker.BULLET
                elif tag in ("p", "dl", "table", "blockquote"):
                    self.gap = max(self.gap, 1)
                stack.append((node, True))
            children: list[LexborNode] = []
            child = node.child
            while child is not None:
                children.append(child)
                child = child.next
            stack.extend((child, False) for child in reversed(children))
        self.flush(0)


def _first_number(node: "LexborNode") -> int:
    start = node.attributes.get("start") or ""
    return int(start) if start.isascii() and start.isdigit() and len(start) < 4 else 1  # noqa: PLR2004  # no list is that long


def _is_furniture(node: "LexborNode", tag: str) -> bool:
    """Whether an element is part of the site and not of the page: by role, class or id."""
    attributes = node.attributes
    if not attributes or tag in _NEVER_FURNITURE:
        return False
    if "hidden" in attributes or attributes.get("role") in ("navigation", "search", "banner", "contentinfo", "dialog"):
        return attributes.get("role") != "banner" or node.css_first("h1") is None
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if len(names) < 3 or not _FURNITURE.search(names):  # noqa: PLR2004  # one blank between two empty names
        return False
    return node.css_first("h1") is None


def _meta(tree: "LexborHTMLParser", selector: str, attribute: str) -> str | None:
    node = tree.css_first(selector)
    value = node.attributes.get(attribute) if node else None
    return without_hidden(value).strip() or None if value else None


_SAVED_FROM = re.compile(r"<!--\s*saved from url=(?:\(\d+\))?(\S+)", re.IGNORECASE)


def seen(html: str, tree: "LexborHTMLParser") -> Seen:
    """Read a document as a person would who skips everything around the page."""
    reader = _Reader()
    root = tree.body or tree.root
    if root is not None:
        reader.walk(root)
    first = tree.css_first("h1")
    title = tree.css_first("title")
    saved = _SAVED_FROM.search(html[:4096])
    heading = clean(_BLANKS.sub(" ", first.text(deep=True)).strip(), None).text if first else None
    return Seen(
        text="".join(reader.text),
        lines=reader.lines,
        title=_meta(tree, 'meta[property="og:title"]', "content")
        or (clean(_BLANKS.sub(" ", title.text(deep=True)).strip(), None).text if title else None),
        heading=heading or None,
        url=_meta(tree, 'link[rel="canonical"]', "href")
        or _meta(tree, 'meta[property="og:url"]', "content")
        or (saved.group(1) if saved else None),
    )


def plain(words: str) -> Words:
    """Words without a place, cleaned: for fragments of HTML inside other formats."""
    return clean(_BLANKS.sub(" ", words).strip(), None)
