"""Whom a server answers: its own names, and on all addresses of a machine each address in numbers."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vastus.faces.web.hosts import Hosts, reached_at, written


@pytest.mark.parametrize("listening", ["127.0.0.1", "::1", "192.168.1.20", "0.0.0.0", "::"])  # noqa: S104  # named only
def test_a_name_that_somebody_can_let_point_here_is_never_ours(listening: str) -> None:
    hosts = Hosts(ip_address(listening), 8000)
    for name in ("evil.example", "127.0.0.1.evil.example", "0x7f000001", "2130706433", "127.1", "[evil]", "", ":8000"):
        assert name not in hosts
        assert f"{name}:8000" not in hosts
    assert "127.0.0.1:8000" in hosts
    assert "localhost:8000" in hosts


@given(st.ip_addresses(), st.integers(1, 65_535))
def test_on_all_addresses_each_is_ours_at_our_port_alone(asked: object, port: int) -> None:
    address = ip_address(str(asked))
    hosts = Hosts(ip_address("0.0.0.0"), port)  # noqa: S104  # named only
    assert f"{written(address)}:{port}" in hosts
    assert f"{written(address)}:{port % 65_535 + 1}" not in hosts
    assert (written(address) in hosts) == (port == 80 or written(address) in {"127.0.0.1", "[::1]", "0.0.0.0"})  # noqa: S104


@given(st.ip_addresses(v=4))
def test_on_one_address_the_others_are_not(asked: object) -> None:
    hosts = Hosts(ip_address("192.168.1.20"), 8000)
    assert (f"{asked}:8000" in hosts) == (str(asked) in {"192.168.1.20", "127.0.0.1"})


def test_what_is_told_is_an_address_that_can_be_opened() -> None:
    for each in ("0.0.0.0", "::"):  # noqa: S104  # named only
        assert not reached_at(ip_address(each)).is_unspecified
    assert reached_at(ip_address("192.168.1.20")) == ip_address("192.168.1.20")
