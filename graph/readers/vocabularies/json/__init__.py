"""Graphs in JSON that is no JSON-LD as it comes, made into it."""
