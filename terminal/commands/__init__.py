"""The commands: each parses its words, asks `graph`, and hands the answer to `terminal`."""
