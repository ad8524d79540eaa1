"""The process around a command: options, limits, running."""
