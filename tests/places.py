"""Where things are: the checkout, the tests' own data, and the shared folder that not every checkout has beside it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEST_DATA = ROOT / "tests" / "data"
SHARED = ROOT.parent / "shared"
BUILT_IN = ROOT / "data" / "triples.ttl"
