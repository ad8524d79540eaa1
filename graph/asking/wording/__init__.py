"""A question as it was understood, and its answer, in words."""
