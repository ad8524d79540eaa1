"""Graphs in other vocabularies, read into the model: lenses, dates, blank nodes, JSON."""
