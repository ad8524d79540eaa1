"""The names in a text and whose they are."""
