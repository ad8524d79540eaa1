"""What commands write: text, formats, tables, files, and pictures of what a terminal shows."""
