"""The facts that a sentence says."""
