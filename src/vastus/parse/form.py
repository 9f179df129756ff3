"""What every form of page offers: to recognise it, and to read it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vastus.domain.page import Draft, Rejected
from vastus.parse.opened import Opened


@dataclass(frozen=True, slots=True)
class Form:
    """A form of page. `identify` looks at the content alone; `read` yields a draft or a refusal for every exercise."""

    name: str
    says: str  # one line for `--help`
    identify: Callable[[Opened], bool]
    read: Callable[[Opened], Iterator[Draft | Rejected]]
