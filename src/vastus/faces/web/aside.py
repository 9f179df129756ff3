"""What is done beside the event loop: reading pages, and the one writer."""

from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

T = TypeVar("T")

_writing = CapacityLimiter(1)  # one writer: the database has one, and the store is opened once
_reading = CapacityLimiter(2)  # pages are read beside the answers to others, not instead of them


async def writing(work: Callable[[], T]) -> T:
    """What changes the library, off the loop and one after the other."""
    return await to_thread.run_sync(work, limiter=_writing)


async def reading(work: Callable[[], T]) -> T:
    """What takes long to read, off the loop."""
    return await to_thread.run_sync(work, limiter=_reading)
