"""The edges of an idea's card."""

from shifter.tui.widgets.idea_border import STROKES, upper_edge


def test_the_chosen_card_differs_in_more_than_colour() -> None:
    def bold(*, chosen: bool) -> list[str]:
        edge = upper_edge("Pottery", STROKES["hot"], 40, chosen=chosen)
        return [edge.plain[start:end] for start, end, style in edge.spans if "bold" in str(style)]

    assert bold(chosen=True) == ["▸ ", "Pottery"]
    assert bold(chosen=False) == []
