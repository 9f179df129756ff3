"""wger's `exerciseinfo`, today's shape and the older 2.x: an API page, an array or one record.

Of a muscle, a piece of equipment and a category the names are read. Their numbers and pictures
belong to wger's own vocabulary, not to the exercise.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from vastus.domain.page import Draft, Finding, Item, Page, ProfileField, Rejected, Severity
from vastus.domain.source import Source
from vastus.parse.catalogs.record import Record, entries, read_entries
from vastus.parse.form import Form
from vastus.parse.fragment import Parts, distinct, items_of, line, paragraphs, parts, words_of
from vastus.parse.identity import record_key
from vastus.parse.json_value import as_list, as_object, decoded, is_empty
from vastus.parse.opened import Opened

NAME = "wger"
ENGLISH = 2  # wger's id of the language
_WRAPPER = "results"
_TRANSLATIONS = ("translations", "exercises")  # today's key, and that of the older 2.x
_MARKS = frozenset({"uuid", "muscles_secondary", "license_author"})
_KEYS = {key: key for key in "id uuid name aliases notes comments license created creation_date".split()} | {
    "description": "instructions",
    "license_author": "author",
    "last_update": "last_update",
    "author_history": "author",
}
_RECORD_KEYS = _KEYS | {
    "translations": "name",
    "exercises": "name",
    "muscles": "target",
    "muscles_secondary": "secondary",
    "equipment": "equipment",
    "category": "category",
    "images": "images",
    "videos": "videos",
    "variation_group": "variation_group",
    "variations": "variations",
    "last_update_global": "last_update_global",
    "total_authors_history": "author",
}
_TRANSLATION_KEYS = _KEYS | {
    "description_source": "instructions",
    "language": "language",
    "exercise": "exercise",
    "exercise_base": "exercise_base",
    "license_title": "license",
    "license_object_url": "license",
    "license_author_url": "author",
    "license_derivative_source_url": "license",
}


def _is_record(entry: object) -> bool:
    values = as_object(entry)
    if values is None or _MARKS.isdisjoint(values):
        return False
    return any(as_list(values.get(key)) is not None for key in _TRANSLATIONS)


def identify(opened: Opened) -> bool:
    """Whether the page holds records that carry translations as wger's do."""
    return opened.looks_like_json and any(map(_is_record, entries(decoded(opened), _WRAPPER)))


def read(opened: Opened) -> Iterator[Draft | Rejected]:
    """One draft for every record, as they are asked for."""
    value = decoded(opened)
    found = entries(value, _WRAPPER)
    return read_entries(found, partial(_draft, opened.page), _page_notes(value, len(found)))


def _page_notes(value: object, held: int) -> Iterator[Finding]:
    """A finding when the envelope says that there is more than this file holds."""
    envelope = as_object(value)
    count = envelope.get("count") if envelope is not None else None
    if isinstance(count, int) and count > held:
        yield Finding(
            "more-pages",
            "source",
            Severity.INFO,
            f"the file holds {held} of the {count} records that the server has",
            hint="fetch the other pages, or ask for a larger limit",
        )


def _draft(page: Page, values: Mapping[str, object]) -> Draft | Rejected:
    record = Record(values, _RECORD_KEYS)
    translations = _translations(record)
    if not translations:
        return Rejected("the record has no translation to read")
    chosen = _chosen(translations)
    text = Record(chosen, _TRANSLATION_KEYS)
    name = text.name()
    if isinstance(name, Rejected):
        return name
    _check_language(record, chosen)
    described = _description(text)
    tips = (*described.tips, *_notes(text), *_notes(record))
    aliases = [*_aliases(text)]
    record.check_instructions(described.instructions)
    _read_profile(record)
    record_license, authors = _license(record, text)
    identity = _identity(record) or name.text
    record.absorb(text)
    for other in translations:
        if other is not chosen:
            aliases += _other_language(record, other)
    _keep_rest(record, text)
    return Draft(
        name=name,
        source=Source(
            path=page.path,
            form=NAME,
            url=page.url,
            license=record_license,
            author=authors,
            retrieved=page.retrieved,
            record=identity,
        ),
        key=record_key(NAME, identity),
        fields=tuple(record.fields),
        aliases=words_of(distinct(aliases, but=name.text)),
        overview=tuple(described.overview),
        instructions=tuple(described.instructions),
        tips=tips,
        findings=tuple(record.findings),
    )


def _translations(record: Record) -> list[Mapping[str, object]]:
    found: list[Mapping[str, object]] = []
    for key in _TRANSLATIONS:
        value = record.take(key)
        for each in as_list(value) or ([] if value is None else [value]):
            translation = as_object(each)
            if translation is None:
                record.unread(key, each, "an object")
            else:
                found.append(translation)
    return found


def _language(translation: Mapping[str, object]) -> object:
    """The language's id, or its short name where that is all there is."""
    language = translation.get("language")
    described = as_object(language)
    if described is None:
        return language
    return described.get("id", described.get("short_name"))


def _is_english(translation: Mapping[str, object]) -> bool:
    return _language(translation) in (ENGLISH, str(ENGLISH), "en")


def _has_name(translation: Mapping[str, object]) -> bool:
    name = translation.get("name")
    return isinstance(name, str) and bool(name.strip())


def _chosen(translations: Sequence[Mapping[str, object]]) -> Mapping[str, object]:
    """The English translation, else the first; one without a name only when no other has one."""
    return min(translations, key=lambda each: (not _has_name(each), not _is_english(each)))


def _check_language(record: Record, chosen: Mapping[str, object]) -> None:
    if _is_english(chosen):
        return
    language = _language(chosen)
    said = "of unknown language" if language is None else f"of language {language}"
    record.find(
        "not-english",
        "overview",
        Severity.WARNING,
        f"the record has no English text; the translation {said} was taken",
        excerpt=None if language is None else str(language),
        hint="names and texts are kept in that language",
    )


def _description(text: Record) -> Parts:
    """The description taken apart."""
    return parts(_prose_of(text))


def _notes(record: Record) -> tuple[Item, ...]:
    """The comments, each as a tip."""
    return items_of([*_texts_in(record, "notes", "comment"), *_texts_in(record, "comments", "comment")])


def _aliases(record: Record) -> list[str]:
    return _texts_in(record, "aliases", "alias")


def _texts_in(record: Record, key: str, inner: str) -> list[str]:
    """The texts of a list whose entries are texts, or objects with the text under `inner`."""
    value = record.take(key)
    texts: list[str] = []
    for each in as_list(value) or ([] if is_empty(value) else [value]):
        described = as_object(each)
        text = each if described is None else described.get(inner)
        if isinstance(text, str):
            texts.append(line(text))
        elif not is_empty(each):
            record.unread(key, each, f"an object with '{inner}'")
    return texts


def _read_profile(record: Record) -> None:
    _named_field(record, "muscles")
    _named_field(record, "muscles_secondary", empty_is_none=True)
    _named_field(record, "equipment")
    category = record.take("category")
    described = as_object(category)
    record.keep("category", category if described is None else described.get("name"))


def _named_field(record: Record, key: str, *, empty_is_none: bool = False) -> None:
    """Muscles or implements by their English names; the Latin ones are kept beside them."""
    value = record.take(key)
    if value is None:
        return
    english: list[str] = []
    others: list[str] = []
    for each in as_list(value) or ([] if is_empty(value) else [value]):
        names = _names(each)
        if names:
            english.append(names[0])
            others += names[1:]
        else:
            record.unread(key, each, "an object with a name")
    says_none = not english and empty_is_none and value == []
    record.fields.append(ProfileField(record.label(key), record.meaning(key), words_of(english), says_none))
    record.keep(f"{key}.name", others)


def _names(entry: object) -> list[str]:
    """The English name of a muscle or implement, then its other one; empty when it has none."""
    described = as_object(entry)
    named = [entry] if described is None else [described.get("name_en"), described.get("name")]
    return list(distinct(text for each in named if isinstance(each, str) and (text := line(each))))


def _license(record: Record, text: Record) -> tuple[str | None, str | None]:
    """The text's license and authors, with findings for whoever wants to pass the text on."""
    number = _license_number(record.peek("license"))
    short_name = record.license("license") if as_object(record.peek("license")) is not None else None
    text_number = _license_number(text.peek("license"))
    if as_object(text.peek("license")) is not None:
        short_name = text.license("license") or short_name
    elif None not in (number, text_number) and number != text_number:
        record.find(
            "other-license",
            "license",
            Severity.WARNING,
            f"the text has wger's license {text_number}, the record license {number}",
            excerpt=short_name,
            hint="look the text's license up at the source before you pass it on",
        )
    if short_name is None:
        record.find("no-license", "license", Severity.INFO, "the record states no license by name")
    authors = [*_authors(text.take("license_author")), *_authors(record.take("license_author"))]
    authors = authors or [
        *_authors(text.peek("author_history")),
        *_authors(record.peek("total_authors_history")),
    ]
    if not authors:
        record.find(
            "no-author",
            "author",
            Severity.INFO,
            "neither the record nor its text names an author",
            hint="attribution then goes to the wger contributors, with a link to the record",
        )
    return short_name, ", ".join(distinct(authors)) or None


def _license_number(value: object) -> int | None:
    described = as_object(value)
    number = value if described is None else described.get("id")
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def _authors(value: object) -> Iterable[str]:
    for each in as_list(value) or [value]:
        if isinstance(each, str) and (author := line(each)):
            yield author


def _identity(record: Record) -> str | None:
    """The uuid, which holds across installations; else the number of this one."""
    uuid = record.identity("uuid")
    if uuid is not None:
        return uuid
    record.find(
        "no-id",
        "uuid",
        Severity.INFO,
        "the record has no uuid; its number or name stands in for it",
    )
    return record.identity("id")


def _other_language(record: Record, translation: Mapping[str, object]) -> list[str]:
    """Keep a translation that was not chosen; its names become aliases."""
    other = Record(translation, _TRANSLATION_KEYS)
    language = _language(translation)
    name = other.text("name")
    names = [*([name] if name else []), *_aliases(other)]
    text = [words.text for words in paragraphs(_prose_of(other))]
    notes = [item.words.text for item in _notes(other)]
    kept = (("description", text), ("notes", notes))
    for label, texts in kept:
        other.keep(f"{label} (language {language})", texts)
    other.keep(f"translation (language {language})", other.remaining())
    record.absorb(other)
    return names


def _prose_of(translation: Record) -> str:
    """The description; its Markdown source, which says the same, only where the HTML is missing."""
    html, markdown = translation.prose("description"), translation.prose("description_source")
    return html if html.strip() else markdown


def _keep_rest(record: Record, text: Record) -> None:
    record.rest()
    record.keep("translation", text.remaining())


FORM = Form(NAME, "wger: JSON of /api/v2/exerciseinfo/, a page of it, a list or one record", identify, read)
