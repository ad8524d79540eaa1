"""What the slots of patterns read: sets, subjects, events, bounds, constraints, dates, spans, clauses."""

from . import bounds, clauses, constraints, dates, events, sets, spans, subjects

__all__ = ["bounds", "clauses", "constraints", "dates", "events", "sets", "spans", "subjects"]
