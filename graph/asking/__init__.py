"""Questions in plain English: read by a grammar, answered by one SPARQL query, restated as they were understood."""
