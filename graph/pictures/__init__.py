"""The graph as pictures: DOT, views, rendering, Mermaid."""
