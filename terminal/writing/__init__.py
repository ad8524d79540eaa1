"""What commands write: text, tables, files, pictures of tables."""
