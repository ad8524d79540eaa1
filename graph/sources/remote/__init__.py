"""SPARQL endpoints: addresses, credentials, requests and answers."""
