"""The process that a command runs in: its options, its limits, and how it ends."""
