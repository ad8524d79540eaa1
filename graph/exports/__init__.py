"""The graph for other tools: data formats and the page."""
