"""The pages of an import between its steps, carried in the form itself.

Why not on the server: nothing has to be cleaned up or can be left lying about, two tabs and a restart do no harm, and a
full disk hurts nobody before something is stored. It costs the transfer of the page once a step, on this machine.
"""

import base64
import binascii
import zlib
from collections.abc import Sequence

import msgspec
from litestar.exceptions import ClientException

from vastus.domain.page import Page
from vastus.errors import PageError, UnreadableFile
from vastus.faces.web.uploads import MAX_BODY


class _Unreadable(msgspec.Struct, frozen=True):
    path: str
    reason: str


class _Carried(msgspec.Struct, frozen=True):
    pages: tuple[Page, ...]
    unreadable: tuple[_Unreadable, ...] = ()


_decoder = msgspec.json.Decoder(_Carried)


def packed(pages: Sequence[Page | PageError]) -> str:
    """Pages, and what could not be read, as the value of a form's field."""
    carried = _Carried(
        tuple(page for page in pages if isinstance(page, Page)),
        tuple(_Unreadable(page.path, page.reason) for page in pages if isinstance(page, UnreadableFile)),
    )
    return base64.b64encode(zlib.compress(msgspec.json.encode(carried), 6)).decode("ascii")


def unpacked(value: str) -> list[Page | PageError]:
    """The pages of such a field.

    Raises:
        ClientException: it was changed on the way, or holds more than is taken in.
    """
    try:
        opener = zlib.decompressobj()
        text = opener.decompress(base64.b64decode(value, validate=True), 2 * MAX_BODY)
        carried = _decoder.decode(text)  # what was cut there is no whole value
    except (binascii.Error, zlib.error, msgspec.MsgspecError, ValueError) as error:
        raise ClientException("the form lost the page on the way; begin the import anew") from error
    return [*carried.pages, *(UnreadableFile(each.path, each.reason) for each in carried.unreadable)]
