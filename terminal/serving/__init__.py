"""Answers for other programs: assistants and SPARQL tools."""
