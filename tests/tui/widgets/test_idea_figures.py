"""What a card and an opened idea say of eight weeks and of all time, in any width."""

from datetime import date

import pytest
from textual.app import App, ComposeResult

from shifter.core.ideas_view import IdeaCard, OpenedIdea
from shifter.core.records import Idea, Temperature
from shifter.tui.widgets.idea_card import Room, card_rows
from shifter.tui.widgets.idea_facts import IdeaFacts
from tests.tui.stage import seen

TODAY = date(2026, 11, 19)
BARS = "▁▁▁▁▁▁▃█"
NEXT = "Next        idea.next-step sets a next step"


def explored(
    shifts: int, minutes: int = 0, little_yeses: int = 0, temperature: Temperature = "warm"
) -> IdeaCard:
    """An idea with two shifts last week and seven in this one."""
    idea = Idea(
        id="id",
        name="UX research",
        stage="exploring",
        why=None,
        temperature=temperature,
        days_quiet=4,
        shifts=shifts,
        minutes=minutes,
        little_yeses=little_yeses,
        taught=None,
        spared=None,
        added=date(2026, 1, 5),
        ended=None,
    )
    return IdeaCard(idea, (0, 0, 0, 0, 0, 0, 2, 7))


def figures(inner: int, card: IdeaCard) -> str:
    """The row of figures on a card that has so many columns inside."""
    row = card_rows(card, Room(inner + 4, 1, 7, TODAY), chosen=False)[1]
    assert row.cell_length == inner + 4
    return " ".join(row.plain[2:-2].split())


class _Alone(App[None]):
    def __init__(self, card: IdeaCard) -> None:
        super().__init__()
        self._opened = OpenedIdea(TODAY, card, None, (), True, (), None)

    def compose(self) -> ComposeResult:
        facts = IdeaFacts(lambda command: command)
        facts.view = self._opened
        yield facts


async def facts(width: int, card: IdeaCard) -> list[str]:
    """The rows of an opened idea below its name."""
    async with _Alone(card).run_test(size=(width, 6)) as pilot:
        return [row.rstrip() for row in seen(pilot).split("\n")[1:] if row.strip()]


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        (40, f"{BARS} 8 weeks 95 shifts in all warm"),
        (39, f"{BARS} 8 weeks 95 in all warm"),
        (33, f"{BARS} 8 weeks 95 in all warm"),
        (32, f"{BARS} 95 shifts in all warm"),
        (31, f"{BARS} 95 in all warm"),
        (24, f"{BARS} 95 warm"),
    ],
)
def test_a_card_says_what_is_of_eight_weeks_and_what_in_all_as_it_has_room(
    inner: int, told: str
) -> None:
    assert figures(inner, explored(95)) == told


def test_a_card_with_a_longer_word_at_its_edge_still_says_in_all() -> None:
    assert figures(35, explored(17, temperature="resting")) == f"{BARS} 17 shifts in all resting"


@pytest.mark.parametrize(
    ("width", "rows"),
    [
        (71, [f"{BARS} 8 weeks  in all 95 shifts, 29 hours 40 minutes, ✦ 13"]),
        (61, [f"{BARS} 8 weeks  in all 95 shifts, 29 hours 40 minutes, ✦ 13"]),
        (60, [f"{BARS} 8 weeks  in all 95 shifts, 30 hours, ✦ 13"]),
        (50, [f"{BARS} 8 weeks  in all 95 shifts, 30 hours, ✦ 13"]),
        (49, [f"{BARS} 8 weeks", "in all 95 shifts, 29 hours 40 minutes, ✦ 13"]),
        (40, [f"{BARS} 8 weeks", "in all 95 shifts, 30 hours, ✦ 13"]),
    ],
)
async def test_an_opened_idea_says_the_same_on_one_row_or_on_two(
    width: int, rows: list[str]
) -> None:
    assert (await facts(width, explored(95, 29 * 60 + 40, 13)))[: len(rows)] == rows


async def test_less_than_an_hour_stays_as_it_is_where_there_is_little_room() -> None:
    assert await facts(44, explored(1, 20, 1)) == [
        f"{BARS} 8 weeks",
        "in all 1 shift, 20 minutes, ✦ 1",
        NEXT,
    ]
