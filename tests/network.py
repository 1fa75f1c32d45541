"""What pytest-socket leaves open: names looked up elsewhere, ``connect_ex`` and datagrams to an address.

Its own guard stands in ``connect`` alone. Processes that a test starts are beyond both guards; they get loopback
addresses from the tests that start them.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

import pytest
from pytest_socket import SocketConnectBlockedError

_HERE = frozenset({"", "localhost", "127.0.0.1", "::1"})


def _refuse_beyond_loopback(host: object) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name is None or name in _HERE or (isinstance(name, str) and _is_loopback(name)):
        return
    raise SocketConnectBlockedError(sorted(_HERE - {""}), str(name))


def _is_loopback(name: str) -> bool:
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def guard_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the test ends, refuse to look up or reach any host but this one; Unix sockets stay open."""
    look_up, connect_ex, sendto = socket.getaddrinfo, socket.socket.connect_ex, socket.socket.sendto

    def guarded_look_up(host: bytes | str | None, *rest: Any, **named: Any) -> Any:
        _refuse_beyond_loopback(host)
        return look_up(host, *rest, **named)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        if isinstance(address, tuple):
            _refuse_beyond_loopback(address[0])
        return connect_ex(self, address)

    def guarded_sendto(self: socket.socket, content: Any, *rest: Any) -> int:
        if isinstance(rest[-1], tuple):
            _refuse_beyond_loopback(rest[-1][0])
        return sendto(self, content, *rest)

    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket.socket, "sendto", guarded_sendto)
