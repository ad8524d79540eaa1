"""What pictures are held against: Graphviz, contrast, and the eyes of colour-blind readers."""

from __future__ import annotations

import shutil
import subprocess

from blocs.graph.pictures.rendering import programs
from needs import missing

GRAPHVIZ = shutil.which("dot")

PROGRAM = GRAPHVIZ or next(iter(programs()), "")


def graphviz(dot: str, form: str) -> str:
    """What Graphviz makes of DOT text; every complaint is a failure."""
    if not PROGRAM:
        missing("needs a program that draws DOT")
    done = subprocess.run([PROGRAM, f"-T{form}"], input=dot.encode(), capture_output=True, check=False, timeout=60)
    assert done.returncode == 0
    # The port has no metrics for some letters and says so; Graphviz itself must say nothing at all.
    assert not done.stderr or not GRAPHVIZ, done.stderr.decode()
    return done.stdout.decode()


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


# Machado, Oliveira and Fernandes 2009, "A physiologically-based model for simulation of color vision deficiency".
VISION = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}

XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))


def lab(colour: str, vision: str) -> tuple[float, float, float]:
    """A colour as somebody sees it, in CIELAB."""

    def times(matrix: tuple[tuple[float, ...], ...], vector: list[float]) -> list[float]:
        return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]

    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    xyz = times(XYZ, [min(1.0, max(0.0, c)) for c in times(VISION[vision], linear)])
    scaled = [value / white for value, white in zip(xyz, (0.9505, 1.0, 1.089), strict=True)]
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in scaled)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
