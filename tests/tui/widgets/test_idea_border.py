"""The edges of an idea's card."""

from textual.content import Content

from shifter.tui.widgets.idea_border import STROKES, row, upper_edge


def test_the_chosen_card_differs_in_more_than_colour() -> None:
    def bold(*, chosen: bool) -> list[str]:
        edge = upper_edge("Pottery", STROKES["hot"], 40, chosen=chosen)
        return [edge.plain[start:end] for start, end, style in edge.spans if "bold" in str(style)]

    assert bold(chosen=True) == ["▸ ", "Pottery"]
    assert bold(chosen=False) == []


def test_the_ground_of_the_chosen_card_differs() -> None:
    def ground(*, chosen: bool) -> list[str]:
        line = row(Content("two shifts"), STROKES["hot"], 40, chosen=chosen)
        return [line.plain[start:end] for start, end, style in line.spans if style == "on $panel"]

    assert ground(chosen=True) == [" two shifts" + " " * 27]
    assert ground(chosen=False) == []
