"""One entry of a catalog, read value by value: what fits becomes fields, the rest findings.

Nothing is lost: what nobody asks for is kept as a field without a name of ours, under the
catalog's own key.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches

from msgspec.structs import replace

from vastus.domain.page import Draft, Finding, Item, ProfileField, Rejected, Severity, Words
from vastus.parse.fragment import entry_steps, line, split_list, steps, tidy, words_of
from vastus.parse.hidden import hidden_words
from vastus.parse.json_value import as_list, as_object, as_text, is_empty, kind_of

SHORT_INSTRUCTIONS = 60  # characters; fewer than this altogether hardly tell how an exercise goes
_CLOSE_SPELLING = 0.85  # difflib ratio: one letter too many or too few in a key of seven
_EXCERPT = 120  # characters
_IDENTITIES = ("id", "uuid", "name")


class Record:
    """The values of one entry, taken out one by one; `rest` keeps those that were never asked for.

    `expected` are the keys that such an entry may have, each with the field of ours that it
    stands for, or itself. A key that is not among them, but nearly spells a missing one, is read
    as that one, with a finding.
    """

    def __init__(self, values: Mapping[str, object], expected: Mapping[str, str], prefix: str = "") -> None:
        self.fields: list[ProfileField] = []
        self.findings: list[Finding] = []
        self._values = dict(values)
        self._labels: dict[str, str] = {}
        self._expected = expected
        self._prefix = prefix
        unknown = self._values.keys() - expected.keys()
        if unknown:
            self._repair_keys(sorted(unknown))

    def _repair_keys(self, unknown: list[str]) -> None:
        missing = {key.casefold(): key for key in sorted(self._expected.keys() - self._values.keys())}
        for key in unknown:
            near = get_close_matches(key.casefold(), missing, n=1, cutoff=_CLOSE_SPELLING)
            if not near:
                continue
            meant = missing.pop(near[0])
            self._values[meant] = self._values.pop(key)
            self._labels[meant] = key
            self.find(
                "misspelt-key",
                self.meaning(meant),
                Severity.WARNING,
                f"the record says '{key}' where '{meant}' is usual; it was read as that",
                excerpt=key,
            )

    def find(  # noqa: PLR0913, PLR0917  # the parts of a finding
        self,
        rule: str,
        field: str,
        severity: Severity,
        message: str,
        excerpt: str | None = None,
        hint: str | None = None,
    ) -> None:
        """Add a finding."""
        self.findings.append(Finding(rule, field, severity, message, excerpt, hint))

    def label(self, key: str) -> str:
        """The key as the catalog spells it."""
        return self._prefix + self._labels.get(key, key)

    def meaning(self, key: str) -> str:
        """The field of ours that a key stands for, or the key itself."""
        return self._expected.get(key, key)

    def has(self, key: str) -> bool:
        """Whether there is something under `key` that was not taken yet."""
        return not is_empty(self._values.get(key))

    def take(self, key: str) -> object:
        """The value under `key`, as it is; None when there is none."""
        value = self._values.pop(key, None)
        texts = as_list(value) or [value]
        hidden = next((found for text in texts if isinstance(text, str) and (found := hidden_words(text))), None)
        if hidden:
            self.findings.append(replace(hidden, field=self.meaning(key)))
        return value

    def peek(self, key: str) -> object:
        """The value under `key`, which stays there."""
        return self._values.get(key)

    def remaining(self) -> dict[str, object]:
        """Whatever was not taken and holds something, by the catalog's own keys."""
        return {self.label(key): value for key, value in self._values.items() if not is_empty(value)}

    def unread(self, key: str, value: object, wanted: str) -> None:
        """Keep a value of the wrong kind under the catalog's label, and say so."""
        self.find(
            "wrong-kind",
            self.meaning(key),
            Severity.WARNING,
            f"'{self.label(key)}' holds {kind_of(value)} where {wanted} belongs; it was kept, but not understood",
            excerpt=as_text(value)[:_EXCERPT],
        )
        self.keep(self.label(key), value)

    def keep(self, label: str, value: object) -> None:
        """Keep a value that has no field of its own, in full."""
        values = as_list(value)
        held = [value] if values is None else values
        texts = [as_text(each) for each in held if not is_empty(each)]
        words = words_of(texts)
        if words:
            self.fields.append(ProfileField(tidy(label), None, words))

    def text(self, key: str) -> str | None:
        """One line of text; None when there is none. Anything but text is a finding."""
        value = self.take(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self.unread(key, value, "text")
            return None
        return line(value) or None

    def name(self) -> Words | Rejected:
        """The record's name, or the refusal of a record that has none."""
        value = self.take("name")
        if is_empty(value):
            return Rejected("the record has no name")
        if not isinstance(value, str):
            return Rejected(f"the record's name is {kind_of(value)}, not text")
        name = line(value)
        return Words(name) if name else Rejected("the record's name holds nothing that can be read")

    def prose(self, key: str) -> str:
        """A text of any length, as it stands; empty when there is none."""
        value = self.take(key)
        if value is None or isinstance(value, str):
            return value or ""
        self.unread(key, value, "text")
        return ""

    def license(self, key: str) -> str | None:
        """The license's short name, else its full one; what else is said about it is kept."""
        value = as_object(self._values.get(key))
        if value is None:
            return self.text(key)
        self.take(key)
        details = Record(value, dict.fromkeys(value, self.meaning(key)), f"{self.label(key)}.")
        name = details.text("short_name") or details.text("full_name")
        details.rest()
        self.absorb(details)
        return name

    def absorb(self, inner: "Record") -> None:
        """Take over what the reading of an object inside this one brought to light."""
        self.fields += inner.fields
        self.findings += inner.findings

    def identity(self, key: str) -> str | None:
        """An id: text or a whole number; None when there is none."""
        value = self._values.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            self._values.pop(key)
            return as_text(value)
        return self.text(key)

    def texts(self, key: str, *, is_list: bool = True) -> list[str] | None:
        """The texts under `key`, one or several; None when the key is absent or null.

        `is_list` says which of the two is usual; one text where a list is usual is split at
        commas, with a finding.
        """
        value = self.take(key)
        if value is None:
            return None
        if isinstance(value, str):
            return self._split(key, value) if is_list else [text for text in (line(value),) if text]
        values = as_list(value)
        if values is None:
            self.unread(key, value, "a list of texts" if is_list else "text")
            return None
        return [text for text in self._only_texts(key, values) if text]

    def _split(self, key: str, value: str) -> list[str]:
        self._one_text(key, value)
        return split_list(line(value))

    def _one_text(self, key: str, value: str) -> None:
        self.find(
            "text-for-list",
            self.meaning(key),
            Severity.INFO,
            f"'{self.label(key)}' is one text where a list is usual; it was read as a list",
            excerpt=value[:_EXCERPT],
        )

    def _only_texts(self, key: str, values: Iterable[object]) -> Iterator[str]:
        for value in values:
            if isinstance(value, str):
                yield line(value)
            elif value is not None:
                self.unread(key, value, "text")

    def field(self, key: str, *, is_list: bool = True, empty_is_none: bool = False) -> None:
        """Read a labelled value into the field of ours that its key stands for.

        Null leaves the field out. `["none"]` says none, and so does `[]` when `empty_is_none`; any
        other empty value is a label that stands alone.
        """
        is_empty_list = self._values.get(key) == []
        texts = self.texts(key, is_list=is_list)
        if texts is None:
            return
        says_none = (is_empty_list and empty_is_none) or [text.casefold() for text in texts] == ["none"]
        values = () if says_none else tuple(map(Words, texts))
        self.fields.append(ProfileField(self.label(key), self.meaning(key), values, says_none))

    def items(self, key: str) -> tuple[Item, ...]:
        """Steps or tips: a list of texts, or one that lists them, without numbers and blanks."""
        value = self.take(key)
        if value is None:
            return ()
        if isinstance(value, str):
            self._one_text(key, value)
            return tuple(Item(Words(step)) for step in steps(value))
        values = as_list(value)
        if values is None:
            self.unread(key, value, "a list of texts")
            return ()
        found: list[Item] = []
        blank = 0
        for each in values:
            if isinstance(each, str):
                read = entry_steps(each)
                found += [Item(Words(step)) for step in read]
                blank += not read
            elif each is not None:
                self.unread(key, each, "text")
        if blank:
            many = "one text is empty and was" if blank == 1 else f"{blank} texts are empty and were"
            self.find("blank-step", self.meaning(key), Severity.WARNING, f"{many} left out")
        return tuple(found)

    def check_instructions(self, instructions: Iterable[Item]) -> None:
        """Say so when a record tells too little of how its exercise is done."""
        texts = [each.words.text for item in instructions for each in (item, *item.children)]
        if not texts:
            self.find(
                "no-instructions",
                "instructions",
                Severity.WARNING,
                "the record holds no instructions",
                hint="add the steps, or look for the exercise in another source",
            )
        elif sum(map(len, texts)) < SHORT_INSTRUCTIONS:
            self.find(
                "short-instructions",
                "instructions",
                Severity.WARNING,
                "the instructions are too short to tell how the exercise is done",
                excerpt=" ".join(texts),
            )

    def rest(self) -> None:
        """Keep whatever was not taken, under the catalog's own keys."""
        for key in list(self._values):
            self.keep(self.label(key), self._values.pop(key))


def entries(value: object, wrapper: str) -> list[object]:
    """The entries of a file: an array, an object with one under `wrapper`, or one record."""
    listed = as_list(value)
    if listed is not None:
        return listed
    wrapping = as_object(value)
    if wrapping is None:
        return []
    inner = as_list(wrapping.get(wrapper))
    return [value] if inner is None else inner


def read_entries(
    found: Iterable[object],
    read: Callable[[Mapping[str, object]], Draft | Rejected],
    notes: Iterable[Finding] = (),
) -> Iterator[Draft | Rejected]:
    """Read every entry by itself. `notes`, findings about the whole file, go to the first draft.

    An entry that stands there twice is refused; another one under a known key is kept beside the
    first.
    """
    known: dict[str, list[Mapping[str, object]]] = {}
    pending = tuple(notes)
    number = 0
    for number, entry in enumerate(found, 1):
        values = as_object(entry)
        if values is None:
            yield Rejected(f"entry {number} is {kind_of(entry)}, not an object", f"entry {number}")
            continue
        result = _read_once(values, read, known)
        if isinstance(result, Rejected):
            yield replace(result, record=result.record or _identity(values, number))
            continue
        yield replace(result, findings=(*pending, *result.findings)) if pending else result
        pending = ()
    if not number:
        yield Rejected("the file holds no exercise")


def _identity(values: Mapping[str, object], number: int) -> str:
    texts = [text for key in _IDENTITIES if isinstance(text := values.get(key), str) and text.strip()]
    return line(texts[0])[:_EXCERPT] if texts else f"entry {number}"


def _read_once(
    values: Mapping[str, object],
    read: Callable[[Mapping[str, object]], Draft | Rejected],
    known: dict[str, list[Mapping[str, object]]],
) -> Draft | Rejected:
    try:
        result = read(values)
        if isinstance(result, Rejected):
            return result
        twins = known.setdefault(result.key, [])
        if values in twins:
            return Rejected("the same record stands in the file more than once; the first was taken")
    except RecursionError:
        return Rejected("the record is nested too deeply to be read")
    twins.append(values)
    if len(twins) == 1:
        return result
    again = Finding(
        "same-id-twice",
        "id",
        Severity.WARNING,
        "another record of this file has the same id; both were kept",
        excerpt=result.source.record,
        hint="compare the two and merge them, or give one of them an id of its own",
    )
    return replace(result, key=f"{result.key}#{len(twins)}", findings=(again, *result.findings))
