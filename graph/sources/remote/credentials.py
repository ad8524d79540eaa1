"""Credentials for endpoints: from the environment or the user's netrc file, and never sent where they do not belong."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import urllib3

from ...errors import OperationFailed
from .addresses import is_loopback, origin, shown

__all__ = ["Credentials", "credentials_for"]


@dataclass(frozen=True)
class Credentials:
    """What proves to an endpoint who asks; never shown."""

    header: str = field(default="", repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)

    def hide(self, text: str) -> str:
        """A text without the secrets, should a server repeat them."""
        for secret in self.secrets:
            if secret:
                text = text.replace(secret, "***")
        return text


def credentials_for(url: str, environment: Mapping[str, str] | None = None) -> Credentials:
    """The credentials for an endpoint: from the environment, else from the user's netrc file.

    BLOCS_ENDPOINT_TOKEN is a bearer token; BLOCS_ENDPOINT_USER and BLOCS_ENDPOINT_PASSWORD are for basic
    authentication. Where BLOCS_ENDPOINT is set, they belong to that server and go to no other.

    Raises OperationFailed where they would travel unencrypted to another machine.
    """
    env = os.environ if environment is None else environment
    home = env.get("BLOCS_ENDPOINT")
    token, user, password = (env.get(f"BLOCS_ENDPOINT_{name}", "") for name in ("TOKEN", "USER", "PASSWORD"))
    if home and origin(home) != origin(url):
        token = user = ""
    if not token and not user:
        user, password = _netrc(urlsplit(url).hostname or "", env)
    if not token and not user:
        return Credentials()
    scheme, host, _ = origin(url)
    if scheme != "https" and not is_loopback(host):
        raise OperationFailed(
            f"credentials are not sent unencrypted to {shown(url)}; use its https address, or a tunnel"
        )
    if token:
        return Credentials(f"Bearer {token}", (token,))
    header = urllib3.make_headers(basic_auth=f"{user}:{password}")["authorization"]
    return Credentials(header, (header.removeprefix("Basic "), password))


def _netrc(host: str, env: Mapping[str, str]) -> tuple[str, str]:
    import netrc
    from pathlib import Path

    path = Path(env.get("NETRC") or Path.home() / ".netrc")
    try:
        found = netrc.netrc(path).hosts.get(host)
    except (OSError, UnicodeDecodeError):
        return "", ""
    except netrc.NetrcParseError as error:
        # The parser's own message may repeat a line of the file.
        raise OperationFailed(f"{path}:{error.lineno}: cannot be read as a netrc file") from None
    return (found[0], found[2] or "") if found else ("", "")
