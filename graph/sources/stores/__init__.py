"""Graphs that are kept on disk."""
