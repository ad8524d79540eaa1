"""HTTP as a SPARQL endpoint needs it: bounded in time and size, patient, careful with credentials.

urllib3 does the work; here is the policy. Every failure is a `OperationFailed` that names the endpoint without its
credentials and query string.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from io import RawIOBase
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import (
    DecodeError,
    HTTPError,
    IncompleteRead,
    LocationValueError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    SSLError,
    TimeoutError,
)
from urllib3.util import Retry, Timeout

from ...errors import OperationFailed
from .addresses import origin, shown
from .credentials import credentials_for

__all__ = ["MAX_ANSWER", "Answer", "Client"]

MAX_ANSWER = 2**30
"""The most bytes that an answer may have, unpacked: 1 GiB, unless BLOCS_MAX_ANSWER says otherwise."""

_REDIRECTS = 5
_TRY_AGAIN = frozenset({429, 502, 503, 504})
_CONNECT_SECONDS = 10.0


class Answer(RawIOBase):
    """The body of an answer as a binary stream: unpacked, no longer than allowed, over before the deadline."""

    def __init__(self, response: urllib3.BaseHTTPResponse, url: str, limit: int, deadline: float) -> None:
        super().__init__()
        self.headers = response.headers
        self.status = response.status
        self._response, self._url, self._limit, self._deadline = response, url, limit, deadline
        self._count = 0
        self._last = b""

    @property
    def media_type(self) -> str:
        """The Content-Type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def readable(self) -> bool:
        """Whether it can be read: yes."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size`; none at the end.

        Raises OperationFailed where the connection breaks, the answer grows too long or the time is up.
        """
        if size is None or size < 0:
            return b"".join(iter(lambda: self.read(2**16), b""))
        try:
            # read1 returns what is there: a slow trickle cannot hold us past the deadline.
            chunk = self._response.read1(size)
        except (TimeoutError, HTTPError, OSError, ValueError) as error:
            raise _failure(error, self._url, "its answer") from None
        self._check_time()
        self._count += len(chunk)
        if self._count > self._limit:
            self.close()
            raise OperationFailed(
                f"the answer of {self._url} is longer than {self._limit:,} bytes; narrow the query,"
                " or set BLOCS_MAX_ANSWER"
            )
        self._last = (self._last + chunk)[-100:]
        return chunk

    def finish(self) -> bytes:
        """Read what is left, so that the connection can be used again; the last bytes of the whole."""
        while self.read(2**16):
            pass
        return self._last

    def _check_time(self) -> None:
        if time.monotonic() > self._deadline:
            self.close()
            raise _too_late(self._url)

    def close(self) -> None:
        """Drop the connection."""
        if not self.closed:
            self._response.close()
        super().close()


def _too_late(url: str) -> OperationFailed:
    return OperationFailed(f"no full answer from {url} in time; narrow the query, or allow more with --timeout SECONDS")


class Client:
    """Sends requests to one endpoint.

    Parameters: the endpoint's URL, the seconds that one request may take in all, the bytes that its answer may have.
    """

    def __init__(self, url: str, timeout: float, max_answer: int = MAX_ANSWER) -> None:
        self.url, self.shown = url, shown(url)
        self.timeout, self.max_answer = timeout, max_answer
        self.credentials = credentials_for(url)
        self._pool = _pool(url)

    def send(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
        """Send a request and return its answer, whatever the status, once the headers are there.

        Redirects are followed on the same server only (from http to its https too). Busy servers (429, 502, 503,
        504) and broken connections are tried again, with growing pauses or as Retry-After asks.

        Raises OperationFailed where there is no answer.
        """
        deadline = time.monotonic() + self.timeout
        sent = {**headers, "accept-encoding": "gzip, deflate"}
        if self.credentials.header:
            sent["authorization"] = self.credentials.header
        for _ in range(_REDIRECTS + 1):
            response = self._once(method, url, sent, body, deadline)
            target = response.headers.get("location") if response.status in (301, 302, 303, 307, 308) else None
            if target is None:
                self._check_length(response)
                return Answer(response, self.shown, self.max_answer, deadline)
            response.close()
            url = self._redirected(url, target)
            if response.status == 303:
                method, body = "GET", None
                sent.pop("content-type", None)
        raise OperationFailed(f"{self.shown} redirects in a circle; give the address that it ends at")

    def _once(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, deadline: float
    ) -> urllib3.BaseHTTPResponse:
        left = max(deadline - time.monotonic(), 0.001)
        try:
            return self._pool.request(
                method,
                url,
                body=body,
                headers=dict(headers),
                preload_content=False,
                redirect=False,
                retries=_patience(deadline, self.shown),
                timeout=Timeout(connect=min(_CONNECT_SECONDS, left), read=left),
            )
        except (HTTPError, OSError, ValueError) as error:
            raise _failure(error, self.shown, "it") from None

    def _redirected(self, url: str, target: str) -> str:
        """Where a redirect leads, if it may be followed."""
        try:
            new = urljoin(url, target)
            (scheme, host, port), (old_scheme, old_host, old_port) = origin(new), origin(url)
        except ValueError:
            raise OperationFailed(f"{self.shown} redirects to an address that cannot be read") from None
        upgraded = (old_scheme, scheme) == ("http", "https") and host == old_host
        if scheme not in ("http", "https") or (old_scheme, scheme) == ("https", "http"):
            raise OperationFailed(
                f"{self.shown} redirects from {old_scheme} to {scheme}, which is not followed; give its new address"
            )
        if not upgraded and (host, port) != (old_host, old_port):
            raise OperationFailed(
                f"{self.shown} redirects to another server; if that is right, ask it itself: --endpoint {shown(new)}"
            )
        return new

    def _check_length(self, response: urllib3.BaseHTTPResponse) -> None:
        length = response.headers.get("content-length", "")
        if length.isdecimal() and int(length) > self.max_answer:
            response.close()
            raise OperationFailed(
                f"the answer of {self.shown} has {int(length):,} bytes, more than {self.max_answer:,};"
                " narrow the query, or set BLOCS_MAX_ANSWER"
            )


def _patience(deadline: float, url: str) -> Retry:
    """When to try again, and never past the deadline."""

    class Patience(Retry):
        def sleep(self, response: urllib3.BaseHTTPResponse | None = None) -> None:
            asked = self.get_retry_after(response) if response is not None else None
            wait = self.get_backoff_time() if asked is None else asked
            if time.monotonic() + wait > deadline:
                if response is None:
                    raise _too_late(url)
                raise OperationFailed(
                    f"{url} is busy ({response.status}) and asks to wait {wait:.0f} s; try later,"
                    " or allow more with --timeout SECONDS"
                )
            time.sleep(max(wait, 0))

    return Patience(
        total=3,
        connect=1,
        read=2,
        status=3,
        other=0,
        redirect=False,
        allowed_methods=None,  # a query changes nothing: POST may be sent again too
        status_forcelist=_TRY_AGAIN,
        backoff_factor=0.2,
        raise_on_status=False,
    )


def _pool(url: str) -> urllib3.PoolManager:
    """Connections, through the proxy that the environment names for this server."""
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(url)
    proxy = getproxies().get(parts.scheme)
    if not proxy or proxy_bypass(parts.hostname or ""):
        return urllib3.PoolManager()
    user = urlsplit(proxy).netloc.rpartition("@")[0]
    return urllib3.ProxyManager(proxy, proxy_headers=urllib3.make_headers(proxy_basic_auth=user) if user else None)


def _failure(error: Exception, url: str, what: str) -> OperationFailed:
    """What an exception of the HTTP client means to the user."""
    reason = error.reason if isinstance(error, MaxRetryError) and error.reason is not None else error
    match reason:
        case OperationFailed():
            return reason
        case ProxyError():
            return OperationFailed(
                f"the proxy for {url} does not answer; see the environment's HTTPS_PROXY and NO_PROXY"
            )
        case NameResolutionError():
            return OperationFailed(f"no server is known by the name in {url}; see its spelling, and the network")
        case SSLError():
            return OperationFailed(
                f"{url} cannot prove that it is what it says (TLS: {_tls(reason)}); nothing was sent"
            )
        case TimeoutError() if not isinstance(reason, NewConnectionError):
            return _too_late(url)
        case NewConnectionError():
            return OperationFailed(f"nothing answers at {url}; is the server running, and is this its address?")
        case IncompleteRead() | ProtocolError():
            return OperationFailed(f"the connection to {url} broke before {what} was complete; try again")
        case DecodeError():
            return OperationFailed(f"the answer of {url} is not compressed as it says; try another endpoint")
        case LocationValueError() | ValueError():
            return OperationFailed(f"{url} is not an address that can be asked")
    return OperationFailed(f"{url} cannot be reached ({type(reason).__name__}); try again")


def _tls(error: Exception) -> str:
    import re

    found = re.search(r"certificate verify failed: ([^(]*)", str(error))
    return found[1].strip() if found else "handshake failed"
