"""Run the command line: `blocs`, or `python -m blocs`."""


def main() -> None:
    """The entry point of the `blocs` command."""
    import gc

    gc.set_threshold(100_000)  # what a command makes and imports, it needs until its end
    from blocs.terminal.process.postponing import postpone

    # What Typer and its modules import for help in colours, complaints and shells.
    postpone("bz2", "ipaddress", "lzma", "shellingham", "subprocess", "textwrap", "tokenize")
    from blocs.cli import main as run

    run()


if __name__ == "__main__":
    main()
