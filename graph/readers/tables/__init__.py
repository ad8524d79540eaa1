"""Any file as a table: columns with names, and rows."""
