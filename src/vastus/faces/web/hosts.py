"""Under which names a server is asked, as the Host header says them.

Another name is refused: a page that is open in the same browser could otherwise read the library under a name of its
own that it lets point here (DNS rebinding). An address in numbers cannot be made to point elsewhere.
"""

import ipaddress
import socket as sockets
from ipaddress import IPv4Address, IPv6Address

Address = IPv4Address | IPv6Address

_OWN = ("127.0.0.1", "localhost", "[::1]", "::1")
_ANYWHERE = {4: "192.0.2.1", 6: "2001:db8::1"}  # of nobody (RFC 5737, RFC 3849); nothing is sent there
_USUAL = 80  # the port that browsers leave out


class Hosts:
    """The names of a server that listens on an address and a port; on all addresses of a machine, each of these."""

    def __init__(self, address: Address, port: int) -> None:
        self._port, self._is_anywhere = port, address.is_unspecified
        names = [*_OWN, written(address)]
        if self._is_anywhere:
            machine = sockets.gethostname().lower()
            names += [machine, f"{machine.partition('.')[0]}.local"]
        self._names = frozenset(each for name in names for each in (name, f"{name}:{port}"))

    def __contains__(self, host: object) -> bool:
        """Whether a Host header is for this server.

        >>> phones = Hosts(IPv4Address("0.0.0.0"), 8000)
        >>> [each in phones for each in ("192.168.1.20:8000", "[fe80::1]:8000", "192.168.1.20:1", "evil.example:8000")]
        [True, True, False, False]
        """
        if not isinstance(host, str):
            return False
        return host in self._names or (self._is_anywhere and self._is_address(host))

    def _is_address(self, host: str) -> bool:
        name, colon, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
        if not colon:
            name, port = host, str(_USUAL)
        try:
            address = ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
        except ValueError:
            return False
        return written(address) == name and port == str(self._port)


def written(address: Address) -> str:
    """An address as it stands in the address of a page."""
    return f"[{address}]" if address.version == 6 else str(address)  # noqa: PLR2004  # IPv6


def reached_at(address: Address) -> Address:
    """Where others find who listens on an address: the machine's own where it is all of them, if it has one."""
    if not address.is_unspecified:
        return address
    family = sockets.AF_INET6 if address.version == 6 else sockets.AF_INET  # noqa: PLR2004  # IPv6
    try:
        with sockets.socket(family, sockets.SOCK_DGRAM) as asking:
            asking.connect((_ANYWHERE[address.version], 9))
            return ipaddress.ip_address(asking.getsockname()[0])
    except OSError:  # no network
        return ipaddress.ip_address("::1" if address.version == 6 else "127.0.0.1")  # noqa: PLR2004  # IPv6
