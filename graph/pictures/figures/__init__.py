"""Figures: what is measured and counted, drawn with axes, bars, cells and words whose widths are known."""
