"""Requirements with the lowest version of each dependency that pyproject.toml allows, for pip.

Of the development tools, which users do not install, the versions are those of the lock file. Run by `make lowest`.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [*project["project"]["dependencies"]]
    for extra in project["project"]["optional-dependencies"].values():
        named += [one for one in extra if not one.startswith("blocs[")]
    lowest = dict(name_and_version(one, ">=") for one in named)
    locked = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").split()
    pinned = dict(name_and_version(one, "==") for one in locked if "==" in one)
    tools = {re.split("[<>=]", one)[0].lower().replace("_", "-") for one in project["dependency-groups"]["dev"]}
    for name in sorted(tools - lowest.keys()):
        print(f"{name}=={pinned[name]}")
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
