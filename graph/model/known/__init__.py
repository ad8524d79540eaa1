"""The lists of states and bodies that come with blocs."""
