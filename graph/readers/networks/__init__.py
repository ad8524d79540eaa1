"""Networks of states and bodies, in the files of tools for networks, as tables of memberships."""
