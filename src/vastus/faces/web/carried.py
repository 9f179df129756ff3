"""The pages of an import between its steps, and what a correction was made from, carried in the form itself.

Why not on the server: nothing has to be cleaned up or can be left lying about, two tabs and a restart do no harm, and a
full disk hurts nobody before something is stored. It costs the transfer of the page once a step, on this machine.
"""

import base64
import binascii
import zlib
from collections.abc import Sequence
from typing import TypeVar

import msgspec
from litestar.exceptions import ClientException

from vastus.domain.exercise import Exercise
from vastus.domain.page import Page
from vastus.errors import PageError, UnreadableFile
from vastus.faces.web.uploads import MAX_BODY

T = TypeVar("T")


class _Unreadable(msgspec.Struct, frozen=True):
    path: str
    reason: str


class _Carried(msgspec.Struct, frozen=True):
    pages: tuple[Page, ...]
    unreadable: tuple[_Unreadable, ...] = ()


_decoder = msgspec.json.Decoder(_Carried)
_exercise_decoder = msgspec.json.Decoder(Exercise)


def packed(pages: Sequence[Page | PageError]) -> str:
    """Pages, and what could not be read, as the value of a form's field."""
    carried = _Carried(
        tuple(page for page in pages if isinstance(page, Page)),
        tuple(_Unreadable(page.path, page.reason) for page in pages if isinstance(page, UnreadableFile)),
    )
    return _packed(carried)


def unpacked(value: str) -> list[Page | PageError]:
    """The pages of such a field.

    Raises:
        ClientException: it was changed on the way, or holds more than is taken in.
    """
    carried = _unpacked(value, _decoder, "the form lost the page on the way; begin the import anew")
    return [*carried.pages, *(UnreadableFile(each.path, each.reason) for each in carried.unreadable)]


def packed_exercise(exercise: Exercise) -> str:
    """An exercise as the value of a form's field: what a correction was made from."""
    return _packed(exercise)


def unpacked_exercise(value: str) -> Exercise:
    """The exercise of such a field.

    Raises:
        ClientException: it was changed on the way.
    """
    return _unpacked(value, _exercise_decoder, "the form lost on the way what it was made from; open it anew")


def _packed(value: object) -> str:
    return base64.b64encode(zlib.compress(msgspec.json.encode(value), 6)).decode("ascii")


def _unpacked(value: str, decoder: msgspec.json.Decoder[T], sentence: str) -> T:
    try:
        opener = zlib.decompressobj()
        text = opener.decompress(base64.b64decode(value, validate=True), 2 * MAX_BODY)
        return decoder.decode(text)  # what was cut there is no whole value
    except (binascii.Error, zlib.error, msgspec.MsgspecError, ValueError) as error:
        raise ClientException(sentence) from error
