"""RDF and SPARQL: terms, queries, and the protocol that every source speaks."""
