"""Words as markup: escaped, and without what XML 1.0 cannot hold."""

import re
from html import escape

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(words: str) -> str:
    """Words between tags, on one line.

    >>> text("a < b")
    'a &lt; b'
    """
    return escape(_NO_XML.sub("\ufffd", " ".join(words.split())), quote=False)


def attribute(value: str) -> str:
    """A value in quotation marks.

    >>> attribute('say "a & b"')
    '"say &quot;a &amp; b&quot;"'
    """
    return f'"{escape(_NO_XML.sub(chr(0xFFFD), value))}"'
