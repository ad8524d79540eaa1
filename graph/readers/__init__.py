"""Other people's tables and vocabularies, read into the model.

`table` reads a table, `vocabularies` a graph in words of others, `networks` files of nodes and edges; `formats` tells
which of them a file is.
"""
