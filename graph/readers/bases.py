"""What a fact of a table rests on, as the table says it: stated, derived, claimed or planned."""

from __future__ import annotations

__all__ = ["BASIS_WORDS", "DERIVED", "PLANNED", "STATED"]

STATED, DERIVED, CLAIMED, PLANNED = BASIS_WORDS = ("stated", "derived", "claimed", "planned")
"""The bases that a table may give; what a program drafted is reviewed in the graph."""
