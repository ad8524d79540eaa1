"""The words of column names, in many languages."""
