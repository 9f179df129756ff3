"""What all nouns are: values that do not change. `Value` is built in C, in a tenth of a frozen dataclass's time."""

from collections.abc import Callable, Iterator
from functools import cache
from operator import attrgetter

from msgspec import Struct


class Value(Struct, frozen=True):
    """A value by its fields: equal to another with the same ones, and never changed.

    `__post_init__` refuses what the types of the fields cannot say. `msgspec.structs.replace` gives another value with
    some fields changed. An empty list or mapping as a default is a new one for every value.
    """


_PLACES = frozenset({"span", "spans", "evidence"})


@cache
def _content_of(kind: type["Placed"]) -> Callable[["Placed"], tuple[object, ...]]:
    """What takes the fields but the places out of a value of a kind."""
    return attrgetter(*(name for name in kind.__struct_fields__ if name not in _PLACES))


class Placed(Value, frozen=True):
    """A value that knows where on its page it was read: being read elsewhere does not make it another value."""

    def content(self) -> Iterator[tuple[str, object]]:
        """Its fields and their values without the places."""
        return ((name, getattr(self, name)) for name in self.__struct_fields__ if name not in _PLACES)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        content = _content_of(type(self))
        return content(self) == content(other)

    def __hash__(self) -> int:
        return hash(_content_of(type(self))(self))
