"""Measures over memberships: overlap, panels, networks, paths, timelines, comparisons."""
