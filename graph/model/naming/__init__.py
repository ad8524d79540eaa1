"""From names as people type them to entities of a graph."""
