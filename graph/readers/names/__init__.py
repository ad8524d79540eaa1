"""From names and codes of states and bodies to one node each."""
