"""Measuring several subjects in turn, and telling how they compare."""

import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

Figures = dict[str, float]
Subject = Callable[[], Figures]


class Row(NamedTuple):
    """A figure as ratios to what it is held against, one a column, and the most it may be.

    Some are only told, for comparison; the most is None then.
    """

    name: str
    ratios: Sequence[float]
    most: float | None


def measured(subjects: Mapping[str, Subject], rounds: int) -> dict[str, Figures]:
    """The medians of each subject's figures, the subjects interleaved, after one to warm up."""
    found: dict[str, list[Figures]] = {name: [] for name in subjects}
    for number in range(rounds + 1):
        for name, subject in subjects.items():
            figures = subject()
            if number:
                found[name].append(figures)
    return {
        name: {figure: statistics.median(one[figure] for one in all_) for figure in all_[0]}
        for name, all_ in found.items()
    }


def print_table(columns: Sequence[str], rows: Sequence[Row]) -> None:
    """One line a figure, as Markdown, and how the last column compares with the first."""
    cells = [["what", *columns, "grows by", "may be"], ["---"] * (len(columns) + 3)]
    cells += [
        [
            row.name,
            *(f"{ratio:.2f}" for ratio in row.ratios),
            f"{row.ratios[-1] / row.ratios[0]:.2f}",
            "" if row.most is None else f"{row.most:.2f}",
        ]
        for row in rows
    ]
    for line in cells:
        sys.stdout.write(f"| {' | '.join(line)} |\n")
