"""A question's logical form as SPARQL."""
