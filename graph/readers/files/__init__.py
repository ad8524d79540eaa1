"""What a file holds, whatever kind of file it is: texts in cells, before anything is read into them."""
