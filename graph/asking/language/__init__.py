"""The notation of patterns, the words of questions, and how they are read."""
