"""Which columns hold dates, and of what."""
