"""What stands where in a sentence: who, in what, when."""
