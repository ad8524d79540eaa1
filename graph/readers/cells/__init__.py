"""What stands in one cell of a table: words, lists, marks, statuses."""
