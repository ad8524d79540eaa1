"""Which packages there are: the checkout is the package `blocs`, so they are found here and named under it."""

from setuptools import find_namespace_packages, setup

found = find_namespace_packages(
    include=["graph", "graph.*", "terminal", "terminal.*", "data", "data.*", "queries", "queries.*"]
)
setup(package_dir={"blocs": "."}, packages=["blocs", *(f"blocs.{name}" for name in found)])
