"""What a request brings: its body within a limit that holds while it is read, and the fields and files of a form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Protocol, cast
from urllib.parse import parse_qsl

from anyio import to_thread
from litestar import Request
from litestar.exceptions import ClientException, HTTPException
from multipart import MultipartError, MultipartParser, parse_options_header  # type: ignore[reportMissingTypeStubs, reportUnknownVariableType]  # it has no stubs

MAX_BODY = 16 << 20  # bytes; the largest open catalog has under ten million, and a form carries it a third larger
MAX_PAGE = 5 << 20  # bytes of one page; the longest saved page seen has under one million
_QUICK = 1 << 18  # bytes of a form that are taken apart in the time of one answer
_MOST_FIELDS = 20_000
_READ_AWAY = 4 * MAX_BODY  # bytes that are read and dropped, so that a browser hears why instead of a broken line


class TooLarge(HTTPException):
    """More than is taken in."""

    status_code = 413


@dataclass(frozen=True, slots=True)
class File:
    """A file of a form."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form, each as often as it came, and its files."""

    fields: Mapping[str, list[str]] = field(default_factory=dict[str, list[str]])
    files: Mapping[str, list[File]] = field(default_factory=dict[str, list[File]])

    def text(self, name: str) -> str:
        """The field's first text, with line feeds only, "" when it did not come."""
        values = self.fields.get(name)
        return values[0].replace("\r\n", "\n").replace("\r", "\n") if values else ""

    def line(self, name: str) -> str:
        """The same as one line, without white space at its ends."""
        return " ".join(part.strip() for part in self.text(name).split("\n")).strip()

    def all(self, name: str) -> list[str]:
        """Every text of the field."""
        return self.fields.get(name, [])


async def read_body(request: Request[Any, Any, Any], limit: int = MAX_BODY) -> bytes:
    """The body of a request, never more than `limit` bytes of it in memory.

    Raises:
        TooLarge: it has more; what came until then was dropped.
    """
    announced = request.headers.get("content-length", "")
    is_more = announced.isdigit() and int(announced) > limit
    if is_more and int(announced) > _READ_AWAY:
        raise _too_large(limit)
    body = bytearray()
    dropped = 0
    async for chunk in request.stream():
        if is_more or len(body) + len(chunk) > limit:
            is_more = True
            dropped += len(body) + len(chunk)
            body.clear()
            if dropped > _READ_AWAY:
                break
        else:
            body += chunk
    if is_more:
        raise _too_large(limit)
    return bytes(body)


def _too_large(limit: int) -> TooLarge:
    return TooLarge(f"that is more than {limit >> 20} MB; take the page alone, or split the catalog, and try again")


async def read_form(request: Request[Any, Any, Any]) -> Form:
    """The form that a request brings.

    Raises:
        TooLarge: it has more than is taken in.
        ClientException: it is no form, or a broken one.
    """
    body, kind = await read_body(request), request.headers.get("content-type", "")
    return await to_thread.run_sync(form_of, body, kind) if len(body) > _QUICK else form_of(body, kind)


def form_of(body: bytes, content_type: str) -> Form:
    """The form in a body."""
    kind, options = cast("tuple[str, Mapping[str, str]]", parse_options_header(content_type))
    if kind == "multipart/form-data":
        return _multipart(body, options.get("boundary", ""))
    if kind == "application/x-www-form-urlencoded" or not body:
        try:
            pairs = parse_qsl(
                body.decode("ascii", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="replace"
            )
        except ValueError as error:
            raise ClientException("the form has too many fields") from error
        return Form(_gathered(pairs))
    raise ClientException(f"a form was expected, not {kind or 'a body without a content type'}")


def _gathered(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


class _Part(Protocol):
    """A part of a form as the parser gives it."""

    name: str
    filename: str | None
    size: int
    raw: bytes


def _multipart(body: bytes, boundary: str) -> Form:
    files: dict[str, list[File]] = {}
    pairs: list[tuple[str, str]] = []
    try:
        parser = MultipartParser(
            BytesIO(body), boundary, content_length=len(body), part_limit=_MOST_FIELDS,
            memory_limit=len(body) + 1, spool_limit=len(body) + 1, disk_limit=0,
        )  # fmt: skip
        for part in cast("Iterable[_Part]", parser):
            if part.filename is None:
                pairs.append((part.name, part.raw.decode("utf-8", "replace")))
            elif part.filename or part.size:  # a browser sends a nameless, empty file where none was chosen
                files.setdefault(part.name, []).append(File(part.filename, part.raw))
    except (MultipartError, ValueError, LookupError) as error:
        raise ClientException("the form is broken: it is not what a browser sends; load the page anew") from error
    return Form(_gathered(pairs), files)
