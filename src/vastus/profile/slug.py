"""Names as ids."""

import hashlib
import re
import unicodedata

from vastus.domain.exercise import MAX_SLUG

_APOSTROPHES = re.compile(r"['’‘`´]")
_OTHER = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """The id for a name; a hash where the name has no Latin letter or digit.

    >>> slug("Farmer’s Carry (Trap Bar) – ¾ Speed")
    'farmers-carry-trap-bar-3-4-speed'
    """
    if name.isascii():
        text = name.lower().replace("'", "").replace("&", " and ")
    else:
        text = _APOSTROPHES.sub("", name.lower().replace("&", " and ")).replace("ß", "ss").replace("ø", "o")
        text = unicodedata.normalize("NFKD", text.replace("⁄", "/"))
        text = "".join(character for character in text if not unicodedata.combining(character))
    short = _OTHER.sub("-", text).strip("-")[:MAX_SLUG].strip("-")
    return short or "exercise-" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
