"""Other people's tables and vocabularies, read into the model."""
