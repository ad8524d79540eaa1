"""Run the command line as `python -m blocs`."""

from blocs.cli import main

main()
