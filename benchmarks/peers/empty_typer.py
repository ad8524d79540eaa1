"""A program that does nothing, by Typer: what any command line costs that is written with it."""

from __future__ import annotations

import typer

app = typer.Typer()


@app.command()
def who(expression: list[str]) -> None:
    """Say the words."""
    print(*expression)


@app.command()
def show(name: str) -> None:
    """Say one word."""
    print(name)


if __name__ == "__main__":
    app(prog_name="empty")
