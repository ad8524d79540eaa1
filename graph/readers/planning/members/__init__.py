"""Which columns hold members, and which bodies."""
