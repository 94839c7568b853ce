"""Wide glyphs, emoji, joined ones and right-to-left text never break a border."""

import pytest
from rich.cells import cell_len

from tests.tui.stage import Stage, press, settle

TEXTS = (
    "漢字かな交じり文を読む",
    "🙂👩‍👩‍👧🏳️‍🌈 glazed",
    "שלום עולם מרחבא",
    "مرحبا بالعالم",
    "e\u0301\u0323x cre\u0300me",
)


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_every_row_is_as_wide_as_the_terminal(stage: Stage, size: tuple[int, int]) -> None:
    with stage.companion() as companion:
        for text in TEXTS:
            companion.ideas.add(text[:12])
            companion.shifts.log(f"{text} @{text.split()[0]} !", note=text)
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for keys in (("1",), ("2",), ("3",), ("enter",), ("escape", "4"), ("e",)):
            await press(pilot, *keys)
            strips = app.screen._compositor.render_strips()  # noqa: SLF001 - what is drawn
            for strip in strips:
                row = "".join(segment.text for segment in strip)
                assert cell_len(row) == size[0], keys
