"""The queries that come with blocs, and their parameters."""
