"""Addresses of endpoints: which may be asked, and how they are shown."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from ...errors import InvalidRequest

__all__ = ["check_url", "is_loopback", "origin", "shown"]


def shown(url: str) -> str:
    """A URL fit for a message: no user, no password, no query string.

    >>> shown("https://me:secret@example.org/sparql?key=1")
    'https://example.org/sparql'
    """
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def origin(url: str) -> tuple[str, str, int | None]:
    """The scheme, host and port of a URL."""
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, (parts.hostname or "").lower(), port


def is_loopback(host: str) -> bool:
    """Whether a host is this machine."""
    import ipaddress

    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_url(url: str) -> str:
    """An endpoint's URL, checked.

    Raises InvalidRequest where it is none, or holds a password.

    >>> check_url("ftp://example.org")
    Traceback (most recent call last):
    ...
    blocs.InvalidRequest: --endpoint takes an http or https address, such as https://example.org/sparql
    """
    try:
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        valid = False
    if not valid or any(c.isspace() or ord(c) < 32 for c in url):
        raise InvalidRequest("--endpoint takes an http or https address, such as https://example.org/sparql")
    if "@" in parts.netloc:
        raise InvalidRequest(
            "a password does not belong in an address; set BLOCS_ENDPOINT_USER and BLOCS_ENDPOINT_PASSWORD,"
            " or BLOCS_ENDPOINT_TOKEN, or use a netrc file"
        )
    return url
