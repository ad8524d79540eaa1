"""Words that stand around a question: how many, in each year, is it so that."""
