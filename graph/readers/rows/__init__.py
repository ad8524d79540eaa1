"""What a row says: who was in what, from when to when, as what."""
