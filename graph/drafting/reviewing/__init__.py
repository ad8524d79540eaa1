"""A draft, shown beside its text to be looked through."""
