"""Dates as people write them, in any calendar, order and language."""
