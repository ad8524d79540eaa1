"""What a graph is about: entities, names, dates, facts, evidence and memberships."""
