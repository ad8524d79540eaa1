"""The terminal's face: options in, tables and text out. Nothing here knows how an answer is found."""
