"""How the sled calculator's results read, on a terminal and on a page: numbers with ranges, states in plain words."""

from vastus.domain.interval import Interval
from vastus.mechanics.sled import Nose, SledAnswer
from vastus.units import STANDARD_GRAVITY, degrees

NOSE_WORDS = {
    Nose.CALM: "calm",
    Nose.WATCH: "watch it",
    Nose.NOSE_HEAVY: "nose-heavy",
    Nose.NEAR_TIP: "about to tip",
    Nose.TIPS: "tips",
}
_SMALL = 10.0


def number(value: float, digits: int | None = None) -> str:
    """A number with the digits that are worth reading.

    >>> number(371.45), number(0.7841), number(6.5)
    ('371', '0.78', '6.5')
    """
    if digits is not None:
        return f"{value:.{digits}f}"
    size = abs(value)
    return f"{value:.0f}" if size >= 100 else f"{value:.1f}" if size >= 1 else f"{value:.2f}"  # noqa: PLR2004  # digits


def band(interval: Interval, digits: int | None = None) -> str | None:
    """The range in words, None where the number is exact.

    >>> band(Interval(371, 260, 546))
    '260 to 546'
    """
    if interval.is_exact:
        return None
    low, high = number(interval.low, digits), number(interval.high, digits)
    return None if low == high else f"{low} to {high}"


def direction(angle_rad: float) -> str:
    """A push angle in words.

    >>> direction(0.0), direction(0.17453), direction(-0.17453)
    ('level', '10° downward', '10° upward')
    """
    angle = degrees(angle_rad)
    if abs(angle) < 0.05:  # noqa: PLR2004  # less than is shown
        return "level"
    return f"{abs(angle):.3g}° {'downward' if angle > 0 else 'upward'}"


def feet_words(answer: SledAnswer) -> str | None:
    """What the push takes of the grip, in words."""
    if answer.grip_share is None or answer.breakaway_grip_share is None:
        return None
    share, start = answer.grip_share.value, answer.breakaway_grip_share.value
    if share >= 1:
        return f"they slip: it takes {share:.0%} of their grip"
    held = f"they hold: it takes {share:.0%} of their grip"
    return (
        f"{held}, {start:.0%} at the start" if start < 1 else f"{held}, but {start:.0%} at the start, so they may slip"
    )


def height_words(height: Interval, state: str) -> str:
    """From which push height on something happens, or that it already does."""
    if height.value <= 0:
        return f"{state} at any height"
    return f"{state} from {number(height.value, 2)} m"


def as_kgf(force_n: float) -> str:
    """A force as a luggage scale shows it."""
    return f"{force_n / STANDARD_GRAVITY:.0f} kg on a luggage scale"
