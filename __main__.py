"""Run the command line: `blocs`, or `python -m blocs`."""


def main() -> None:
    """The entry point of the `blocs` command."""
    import gc

    gc.set_threshold(100_000)  # what a command makes and imports, it needs until its end
    from blocs.cli import main as run

    run()


if __name__ == "__main__":
    main()
