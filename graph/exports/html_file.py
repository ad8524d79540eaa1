"""An HTML file that holds all that it needs, opens from disk and neither loads nor sends anything.

A content security policy lets run and style nothing but what stands in the file, and lets nothing leave it
(https://www.w3.org/TR/CSP3/). All text of the data travels as JSON and is for scripts to show as text only.
"""

from __future__ import annotations

import html
import json
import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from ..resources import resource

__all__ = ["asset", "self_contained"]


def self_contained(
    template: str,
    title: str,
    data: Mapping[str, Any],
    style: str,
    scripts: Mapping[str, str],
    others: Mapping[str, str] | None = None,
) -> bytes:
    """The HTML file of a template of `data/page`.

    Parameters
    ----------
    template : str
        The name of the template; `{{name}}` in it is a place to fill in.
    title : str
        The title.
    data : mapping
        What scripts show, as JSON.
    style : str
        The style sheet.
    scripts : mapping of str to str
        The scripts, by the name of the place where each stands.
    others : mapping of str to str or None
        HTML for further places.

    Returns
    -------
    bytes
    """
    hashes = " ".join(_hash(script) for script in scripts.values())
    policy = f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    values = {
        "title": html.escape(title),
        "policy": html.escape(policy, quote=False),
        "style": style,
        "data": _json_for_script(data),
        **scripts,
        **(others or {}),
    }
    # In one pass: what a part says is never taken for a place to fill in.
    text = re.sub(r"\{\{(\w+)\}\}", lambda match: values[match[1]], asset(template))
    return text.encode("utf-8", "backslashreplace")


def asset(*path: str) -> str:
    """A file of `data/page`."""
    # A browser reads every line end as \n before it compares a hash.
    return resource("data", "page", *path).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _json_for_script(value: Any) -> str:
    """JSON in which nothing ends the element that it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # A lone half of a character cannot be written as UTF-8; JSON has an escape for it.
    text = re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text)
    return text.replace("<", "\\u003c")
