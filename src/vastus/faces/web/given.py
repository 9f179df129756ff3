"""What a person gives to be imported: pages and catalogs, as text or files; and what importing tells of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from vastus.domain.exercise import Exercise
from vastus.domain.page import Page
from vastus.errors import PageError, UsageError
from vastus.faces.addresses import web_address
from vastus.faces.cli.parts import Parts
from vastus.faces.web.uploads import MAX_PAGE, File, Form, TooLarge
from vastus.parse.forms import form_named
from vastus.usecases.import_pages import Imported, Tally, import_pages, read_only
from vastus.usecases.read_pages import Refused

_MOST_FILES = 200
_NAMED = 3  # files that a batch is named after


@dataclass(frozen=True, slots=True)
class Given:
    """What a person gave: pages and what could not be read, the form to read them as, and the text to show again."""

    pages: Sequence[Page | PageError]
    form: str = ""
    text: str = ""
    url: str = ""


def given_in(form: Form, parts: Parts) -> Given:
    """The pages of the first step's form.

    Raises:
        TooLarge: a page has more than is read. UsageError: the address is none, or there are several pages for it.
    """
    files = [*form.files.get("file", ()), *form.files.get("page", ())]
    if len(files) > _MOST_FILES:
        raise UsageError(f"{len(files)} files are too many at once", f"choose up to {_MOST_FILES}")
    pages = [_page_of(file, parts) for file in files]
    text = form.text("text")
    if text.strip():
        _refuse_large(len(text.encode("utf-8", "surrogatepass")), text.lstrip()[:1], "the text")
        pages.append(Page(text))
    url = form.line("url")
    if url:
        address = web_address(url)
        if len(pages) > 1:
            raise UsageError("the address is that of one page, but there are several", "import them one by one")
        pages = [replace(page, url=address) if isinstance(page, Page) else page for page in pages]
    return Given(pages, form.line("form"), text, url)


def _page_of(file: File, parts: Parts) -> Page | PageError:
    name = file.name.replace("\\", "/").rpartition("/")[2][:200] or "file"
    head = file.data[:200].decode("latin-1").lstrip("\xef\xbb\xbf \t\r\n")[:1]
    _refuse_large(len(file.data), head, name)
    return parts.page_of_bytes(file.data, "".join(each if each.isprintable() else "?" for each in name))


def _refuse_large(size: int, head: str, name: str) -> None:
    if head not in {"{", "["} and size > MAX_PAGE:
        raise TooLarge(
            f"{'the page' if name == '-' else name} has {size / 1e6:.0f} MB; {MAX_PAGE >> 20} MB is the most that is"
            " read of one page (a catalog as JSON may have more)"
        )


def label_of(pages: Sequence[Page | PageError]) -> str:
    """What a batch of these pages is called."""
    paths = (page.path if isinstance(page, Page) else getattr(page, "path", None) for page in pages)
    names = [path if path and path != "-" else "pasted text" for path in paths]
    return ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")


@dataclass(slots=True)
class Told:
    """What an import told: exercises and refusals in their order."""

    imported: list[Imported] = field(default_factory=list[Imported])
    refused: list[Refused] = field(default_factory=list[Refused])

    def tell(self, what: Imported | Refused) -> None:
        """Take note."""
        (self.refused if isinstance(what, Refused) else self.imported).append(what)  # type: ignore[arg-type]


def try_pages(parts: Parts, pages: Sequence[Page | PageError], form: str) -> Told:
    """What importing would read, and find, without storing anything."""
    told = Told()
    chosen = form_named(form) if form else None
    read_only(pages, library=parts.store, known=parts.known, tell=told.tell, form=chosen)
    return told


def store_pages(
    parts: Parts, pages: Sequence[Page | PageError], form: str, correction: tuple[str, Exercise] | None = None
) -> tuple[Told, Tally]:
    """Import them; `correction` is a source key and what its exercise shall be."""
    told = Told()
    tally = import_pages(
        pages,
        library=parts.store,
        known=parts.known,
        now=parts.now,
        tell=told.tell,
        form=form_named(form) if form else None,
        label=label_of(pages),
        corrected=dict([correction]) if correction else None,
    )
    return told, tally
