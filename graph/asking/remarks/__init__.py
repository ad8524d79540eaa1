"""What is said beside an answer."""
