"""What the slots of patterns read: sets, subjects, events, bounds, constraints, dates."""

from . import bounds, constraints, dates, events, sets, subjects

__all__ = ["bounds", "constraints", "dates", "events", "sets", "subjects"]
