"""Run the command line as `python -m blocs`."""

from .cli import main

main()
