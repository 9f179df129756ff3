"""Where a page, a number or a statement comes from."""

from enum import StrEnum

from vastus.domain.value import Value


class Confidence(StrEnum):
    """How far a stated fact may be trusted; a mark is kept as it was given and never raised."""

    VERIFIED = "V"  # read in the source or its abstract
    DERIVED = "D"  # computed from first principles or verified numbers
    UNVERIFIED = "M"  # general knowledge, source still missing
    JUDGEMENT = "A"  # our own judgement or modelling assumption


class Grade(StrEnum):
    """What kind of evidence stands behind a muscle's role or a claim."""

    TRIAL = "trial"
    INDIRECT = "indirect"
    MECHANICS = "mechanics"
    EXPERT = "expert"
    NONE = "none"


class Source(Value, frozen=True):
    """Where an exercise was read.

    `form` names the reader (`profile-page`, `free-exercise-db`, …), `record` the entry of a catalog,
    `retrieved` is an ISO 8601 date, `license` an SPDX id or the source's own words.
    """

    path: str | None = None
    form: str | None = None
    url: str | None = None
    license: str | None = None
    title: str | None = None
    author: str | None = None
    retrieved: str | None = None
    record: str | None = None


class Citation(Value, frozen=True):
    """A source that a statement of the page rests on, with its confidence mark."""

    text: str
    mark: Confidence
    url: str | None = None
