"""Files that a command writes: there whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path

from vastus.errors import DiskFull, PageError, UsageError


def unwritable(path: Path, error: OSError) -> DiskFull | PageError:
    """The error to raise for one of the system's."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(f"{path}: there is no room left on the disk; nothing was kept")
    return PageError(f"{path}: it cannot be written: {(error.strerror or str(error)).lower()}")


def write_whole(path: Path, lines: Iterable[str | bytes], *, is_new: bool = False) -> None:
    """Write a file, in place of an older one; text as UTF-8.

    Raises:
        FileExistsError: `is_new`, and there is a file of that name.
        DiskFull, PageError: it cannot be written.
    """
    if is_new and os.path.lexists(path):
        raise FileExistsError(path)
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.writelines(line.encode("utf-8") if isinstance(line, str) else line for line in lines)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def new_folder(target: Path) -> Generator[Path]:
    """A folder to build in; it becomes `target` when everything is in it, and goes when something fails.

    Raises:
        UsageError: there is something already. DiskFull, PageError: it cannot be written.
    """
    path = target.absolute()
    try:
        if path.is_dir() and any(path.iterdir()):
            raise UsageError(f"{target} is not empty", "name a new folder, or one that is empty")
        if not path.is_dir() and path.exists():
            raise UsageError(f"{target} is there already", "name a new folder, or a file that ends in .json")
        if not path.name or path == Path.cwd():
            raise UsageError(f"{target} is the folder that you are in", "name a new one")
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as holder:
            building = Path(holder) / path.name
            yield building
            if path.is_dir():
                path.rmdir()
            building.rename(path)
    except OSError as error:
        raise unwritable(target, error) from error
