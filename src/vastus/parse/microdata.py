"""Microdata (`itemscope`, `itemprop`) in a page, read into the objects that JSON-LD would hold.

Properties that stand outside their item (`itemref`) are not read.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vastus.domain.page import Draft, Rejected
from vastus.parse import structured
from vastus.parse.form import Form
from vastus.parse.fragment import html_lines
from vastus.parse.json_ld import canonical_address
from vastus.parse.json_value import as_list
from vastus.parse.opened import Opened

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

NAME = "microdata"
_ADDRESSES = {
    "a": "href",
    "area": "href",
    "link": "href",
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "img": "src",
    "source": "src",
    "track": "src",
    "video": "src",
    "object": "data",
    "data": "value",
    "meter": "value",
    "time": "datetime",
}  # HTML Living Standard, 5.2.4 "Values": where an element's value stands, if not in its text

Properties = dict[str, object]


def _objects(opened: Opened) -> list[Properties]:
    """The page's items that belong to no other; each of their properties is a list of values."""
    root = opened.html.root
    if opened.looks_like_json or "itemscope" not in opened.text.lower() or root is None:
        return []
    tops: list[Properties] = []
    stack: list[tuple[LexborNode, Properties | None]] = [(root, None)]
    while stack:
        node, scope = stack.pop()
        attributes = node.attributes
        names = (attributes.get("itemprop") or "").split()
        if "itemscope" in attributes:
            item = _item(node)
            if names and scope is not None:
                _add(scope, names, item)
            else:
                tops.append(item)
            scope = item
        elif names and scope is not None:
            _add(scope, names, _value(node))
        stack.extend((child, scope) for child in reversed(_children(node)))
    return tops


def _item(node: "LexborNode") -> Properties:
    item: Properties = {"@type": (node.attributes.get("itemtype") or "").split()}
    if node.attributes.get("itemid"):
        item["@id"] = node.attributes["itemid"]
    return item


def _children(node: "LexborNode") -> list["LexborNode"]:
    children: list[LexborNode] = []
    child = node.child
    while child is not None:
        if child.is_element_node:
            children.append(child)
        child = child.next
    return children


def _add(scope: Properties, names: list[str], value: object) -> None:
    for name in names:
        scope[name] = [*(as_list(scope.get(name)) or ()), value]


def _value(node: "LexborNode") -> str:
    """What an element says as a property: its address, machine-readable value or lines."""
    attributes = node.attributes
    if "content" in attributes:
        return attributes["content"] or ""
    attribute = _ADDRESSES.get(node.tag or "")
    if attribute and attribute in attributes:
        return attributes[attribute] or ""
    return "\n".join(piece.words.text for piece in html_lines(node.inner_html or ""))


def identify(opened: Opened) -> bool:
    """Whether the page's microdata hold an exercise with a name and at least one step."""
    return any(map(structured.is_exercise, structured.candidates(_objects(opened))))


def read(opened: Opened) -> Iterator[Draft | Rejected]:
    """A draft for every exercise in the page's microdata."""
    yield from structured.read(opened.page, NAME, _objects(opened), canonical_address(opened), ())


FORM = Form(NAME, "HTML with schema.org microdata (HowTo, ExercisePlan)", identify, read)
