"""From a file or endpoint of others into a store."""
