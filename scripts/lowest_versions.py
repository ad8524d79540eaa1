"""Requirements with the lowest version of each dependency that pyproject.toml allows, for pip.

What only the tests need is not bound: a tool of today may need more of a library than the lowest version of blocs's own
dependencies, and then pip takes an older tool. `make lock` writes requirements-lowest.txt from them, with all that they
need in turn; `make lowest` runs the tests with that.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [*project["project"]["dependencies"]]
    for extra in project["project"]["optional-dependencies"].values():
        named += [one for one in extra if not one.startswith("blocs[")]
    lowest = dict(name_and_version(one, ">=") for one in named)
    groups = project["dependency-groups"]
    for requirement in (*groups["test"], *groups["docs"]):
        if name_and_version(requirement, ">=")[0] not in lowest:
            print(requirement)
    for name, version in sorted(lowest.items()):
        print(f"{name}=={version}")


def name_and_version(requirement: str, sign: str) -> tuple[str, str]:
    """The name of what is required and the version that follows a sign.

    >>> name_and_version("typer>=0.26,<0.29", ">=")
    ('typer', '0.26')
    """
    name, _, rest = requirement.partition(sign)
    return name.strip().lower().replace("_", "-"), rest.split(",")[0].strip()


if __name__ == "__main__":
    main()
