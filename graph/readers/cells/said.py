"""What a cell says of memberships, as data."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Said"]


@dataclass(frozen=True)
class Said:
    """What one cell says of a membership.

    Parameters
    ----------
    holds : str
        YES, NO or MISSING; SKIP if the user leaves such cells out.
    role : str
        One of the roles; "full" if it says none.
    spans : tuple of (str, str)
        Starts and ends; empty if it gives no date.
    roles : tuple of str
        The role in each of these spans, "" for that of the row; empty if it is the same in all.
    """

    holds: str
    role: str = "full"
    spans: tuple[tuple[str, str], ...] = ()
    roles: tuple[str, ...] = ()
