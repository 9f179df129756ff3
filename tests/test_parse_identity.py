"""One page has one key, whatever address it was saved from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vastus.parse.identity import normalized_address, page_key, record_key

SAME = (
    "https://www.example.org/exercises/sled",
    "http://www.example.org/exercises/sled",
    "https://example.org/exercises/sled/",
    "https://cdn.example.org/exercises/sled",
    "https://m.example.org/exercises/sled",
    "HTTPS://WWW.EXAMPLE.ORG/exercises/sled",
    "https://www.example.org:443/exercises/sled",
    "http://www.example.org:80/exercises/sled",
    "https://www.example.org/exercises/sled#tips",
    "https://www.example.org/exercises/sled?utm_source=x&utm_medium=y",
    "https://www.example.org/exercises/sled?fbclid=1&gclid=2&ref=home",
    "https://www.example.org/exercises/sled/index.html",
    "https://www.example.org/exercises/sled/amp/",
    "//www.example.org/exercises/sled",
    "www.example.org/exercises/sled",
    " https://www.example.org/exercises/sled ",
    "https://www.example.org./exercises/sled",
    "https://www.example.org/exercises/sle%64",
)


@pytest.mark.parametrize("url", SAME)
def test_what_does_not_change_the_page_does_not_change_its_address(url: str) -> None:
    assert normalized_address(url) == "example.org/exercises/sled"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/exercises/sled-2",
        "https://www.example.org/exercises/Sled",
        "https://www.example.com/exercises/sled",
        "https://blog.example.org/exercises/sled",
        "https://www.example.org:8080/exercises/sled",
        "https://www.example.org/exercises/sled?id=7",
        "https://www.example.org/exercises",
    ],
)
def test_what_may_be_another_page_keeps_its_own_address(url: str) -> None:
    assert normalized_address(url) != "example.org/exercises/sled"


def test_the_order_of_a_query_does_not_count() -> None:
    assert normalized_address("https://a.example/x?b=2&a=1") == normalized_address("https://a.example/x?a=1&b=2")


@pytest.mark.parametrize(
    "url", ["http://[::1", "https://example.org:port/x", "http://a.example:99999999/x", "", "//", "\x00"]
)
def test_an_address_that_is_none_is_still_a_key(url: str) -> None:
    assert isinstance(normalized_address(url), str)


@given(st.text())
def test_normalizing_never_raises(url: str) -> None:
    assert isinstance(normalized_address(url), str)


def test_without_an_address_the_words_are_the_key() -> None:
    assert page_key(None, "Sit.\n\n Stand.") == page_key(None, "Sit. Stand.\n")
    assert page_key(None, "Sit.") != page_key(None, "Stand.")
    assert page_key("", "Sit.").startswith("sha256:")
    assert page_key("https://www.example.org/x/", "Sit.") == "url:example.org/x"


def test_two_records_of_a_catalog_have_two_keys() -> None:
    assert record_key("wger", "1") != record_key("wger", "2") != record_key("exercemus", "2")


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_has_a_key(text: str) -> None:
    """Lone surrogates included."""
    assert len(page_key(None, text + "\ud800")) == len("sha256:") + 32
