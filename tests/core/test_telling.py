"""The long version, whatever it is written as, and the week in short."""

import re
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser

from shifter.core.records import Run, Shift
from shifter.core.story import StoryEntry
from shifter.core.telling.long_version import Chapter, LongVersion
from shifter.core.telling.markdown import markdown
from shifter.core.telling.page import page
from shifter.core.telling.plain import plain
from shifter.core.telling.turning_points import TurningPoint, gather
from shifter.core.telling.week import Week, in_one_line, to_send, week_of, what_it_taught

OCTOBER = date(2026, 10, 31)
NOVEMBER = date(2026, 11, 19)
HOSTILE = "# <b>*x*</b> [/b] | `y`"


def shift(day: date, text: str, *, lit: bool = False, idea: str | None = None) -> StoryEntry:
    done_at = datetime(day.year, day.month, day.day, 8, 15, tzinfo=UTC)
    done = Shift("s", text, done_at, 3600, "", day, 10, idea, None, lit, None, None)
    return StoryEntry(0, "shift", "s", day, text, idea=idea, shift=done)


def noted(entry: StoryEntry, note: str) -> StoryEntry:
    assert entry.shift is not None
    return entry._replace(shift=entry.shift._replace(note=note, person="Ines"))


FIRST = noted(
    shift(OCTOBER, "Walked past the kiln", lit=True, idea="Pottery"), "warm\neven outside"
)
HUNCH = StoryEntry(0, "stage", "h", OCTOBER, stage="hunch", idea="Pottery")
DEAD = StoryEntry(
    0, "stage", "d", NOVEMBER, "I fall asleep", "five years", stage="dead_end", idea="Law"
)
OUTPUT = StoryEntry(0, "output", "o", NOVEMBER, "one bowl", "it leaks", idea="Pottery")
YES = StoryEntry(0, "stage", "y", NOVEMBER, stage="yes", idea="Pottery")
LAST = shift(NOVEMBER, "Signed up")


def told(*entries: StoryEntry) -> LongVersion:
    months = {entry.day.replace(day=1) for entry in entries}
    chapters = [
        Chapter(month, tuple(entry for entry in entries if entry.day.replace(day=1) == month))
        for month in sorted(months)
    ]
    turns = gather(entries).turning_points
    return LongVersion("So far", ("Twenty days.",), turns, lambda: chapters, ("The end.",))


def test_plain_text_tells_every_shift_and_turn_day_by_day() -> None:
    assert "\n".join(plain(told(FIRST, HUNCH, LAST, DEAD, OUTPUT, YES))) == (
        "So far.\n"
        "\n"
        "Twenty days.\n"
        "\n"
        "The turning points\n"
        "\n"
        "    31 October 2026  ● The first shift: Walked past the kiln\n"
        "    31 October 2026  ✦ Walked past the kiln\n"
        "   19 November 2026  ┫ Law: not this way\n"
        "   19 November 2026  ✓ one bowl, for Pottery\n"
        "   19 November 2026  ★ Pottery: yes\n"
        "\n"
        "October 2026\n"
        "1 shift on 1 day, 1 Little Yes.\n"
        "\n"
        "Saturday 31 October\n"
        "  09:15 ✦ Walked past the kiln  (Pottery, with Ines)\n"
        "          ▎ warm\n"
        "          ▎ even outside\n"
        "        ◇ Pottery was a hunch.\n"
        "\n"
        "November 2026\n"
        "1 shift on 1 day.\n"
        "\n"
        "Thursday 19 November\n"
        "  09:15   Signed up\n"
        "        ◇ Law: not this way.\n"
        "          ▎ I fall asleep\n"
        "          ▎ It spared five years\n"
        "        ✓ one bowl: it leaks  (Pottery)\n"
        "        ◇ Pottery: yes.\n"
        "\n"
        "The end."
    )


def test_what_people_wrote_is_no_markdown() -> None:
    text = "\n".join(markdown(told(noted(shift(OCTOBER, HOSTILE), f"1. one\n- two\n{HOSTILE}"))))
    escaped = "\\# \\<b\\>\\*x\\*\\</b\\> \\[/b\\] \\| \\`y\\`"
    assert f"- 09:15 {escaped} *(with Ines)*\n\n  > 1\\. one\n  > \\- two\n  > {escaped}" in text
    assert "\n## October 2026\n\n*1 shift on 1 day*\n\n### Saturday 31 October\n" in text


class Tags(HTMLParser):
    """Checks that every tag that is opened is closed in turn, and keeps the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.seen.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_page_needs_nothing_beside_itself_and_takes_no_text_for_a_tag() -> None:
    hostile = noted(shift(OCTOBER, f"{HOSTILE}<script>"), "</blockquote><img src=x>")
    story = told(hostile, DEAD, OUTPUT, YES)._replace(towers=("<svg></svg>",))
    text = "\n".join(page(story))
    tags = Tags(text)
    assert tags.open == []
    assert not tags.seen & {"script", "img", "link", "iframe"}
    assert "http" not in text
    assert f"{HOSTILE}<script>" in tags.text
    assert "</blockquote><img src=x>" in tags.text
    assert "<figure><svg></svg></figure>" in text


def test_every_time_on_the_page_says_its_day_to_a_machine() -> None:
    text = "\n".join(page(told(LAST, DEAD, HUNCH)))
    times = re.findall("<time[^>]*>", text)
    assert times
    assert all(re.fullmatch(r'<time datetime="\d{4}-\d\d-\d\d">', time) for time in times)


def test_landings_records_and_first_lights_are_turns() -> None:
    days = [OCTOBER + timedelta(days=number) for number in range(30)]
    log = [shift(day, f"thing {day}", lit=True, idea="Pottery") for day in days]
    log += [shift(days[-1], f"more {number}") for number in range(3)]
    gathered = gather(log, longest=Run(30, days[0], days[-1]))
    assert [(point.day, point.glyph) for point in gathered.turning_points] == [
        (days[0], "●"),
        (days[0], "✦"),
        (days[0], "▲"),
        (days[9], "●"),
        (days[-1], "▲"),
    ]
    assert gathered.turning_points[-1].text == "The fullest day: 4 shifts"
    assert (gathered.shifts, gathered.little_yeses, gathered.people) == (33, 30, 0)


def test_a_story_from_the_middle_counts_on_from_what_was_before() -> None:
    assert gather([LAST], before=99).turning_points == (
        TurningPoint(NOVEMBER, "●", "Shift 100: Signed up"),
    )
    assert gather([LAST], before=5).turning_points == ()


def test_an_idea_that_came_back_is_not_ruled_out() -> None:
    again = DEAD._replace(stage="exploring")
    assert gather([DEAD]).ruled_out == ("Law",)
    assert gather([DEAD, again]).ruled_out == ()
    assert gather([YES]).yes == ("Pottery", NOVEMBER)
    assert gather([YES, YES._replace(stage="exploring")]).yes is None


def test_of_several_yeses_the_story_led_to_the_one_reached_last() -> None:
    begun = StoryEntry(0, "stage", "b", OCTOBER, stage="hunch", idea="Radio")
    earlier = StoryEntry(0, "stage", "e", NOVEMBER, stage="yes", idea="Pottery")
    later = StoryEntry(0, "stage", "l", NOVEMBER, stage="yes", idea="Radio")
    assert gather((begun, HUNCH, earlier, later)).yes == ("Radio", NOVEMBER)


def test_a_week_counts_what_stands_ruled_out_at_its_end_and_each_move_once() -> None:
    monday = date(2026, 11, 16)
    again = DEAD._replace(text="", stage="exploring")

    def week(*entries: StoryEntry) -> Week:
        return week_of(monday, monday + timedelta(days=6), entries)

    came_back = week(again, DEAD, again)
    assert (came_back.ruled_out, came_back.moved) == ((), (again,))
    assert "uled out" not in to_send(came_back)
    to_the_end = week(again, DEAD)
    assert (to_the_end.ruled_out, to_the_end.moved) == ((DEAD,), ())
    assert week(HUNCH._replace(stage="exploring"), HUNCH).moved == ()
    assert week(DEAD, DEAD._replace(idea="Radio")).ruled_out[1].idea == "Radio"
    assert what_it_taught(DEAD._replace(idea="Law.")) == "Law: I fall asleep"
    without_words = week(DEAD._replace(text="", idea="Saving a life is a verb."))
    assert to_send(without_words).endswith("Ruled out Saving a life is a verb.\n")


def test_a_week_is_told_in_a_few_lines_to_send() -> None:
    monday = date(2026, 11, 16)
    lit = shift(monday, "Ana showed me how she plans", lit=True, idea="UX")
    week = week_of(monday, monday + timedelta(days=6), (lit, LAST, LAST, DEAD, HUNCH))
    assert in_one_line(week) == "3 shifts on 2 days, 1 Little Yes, 1 path ruled out"
    assert week.by_idea == (("UX", 1),)
    assert to_send(week) == (
        "My week, 16 to 22 November: 3 shifts on 2 days, 1 Little Yes, 1 path ruled out.\n"
        "✦ Ana showed me how she plans\n"
        "Ruled out Law: I fall asleep\n"
    )
    only_moved = week_of(monday, monday + timedelta(days=6), (DEAD._replace(stage="exploring"),))
    assert (in_one_line(only_moved), to_send(only_moved)) == ("", "My week, 16 to 22 November.\n")
    reached = week_of(monday, monday + timedelta(days=6), (lit, DEAD._replace(stage="yes")))
    assert to_send(reached).splitlines()[1:] == ["The Yes: Law", "✦ Ana showed me how she plans"]
    bare = week_of(monday, monday + timedelta(days=6), (LAST,))
    assert to_send(bare).splitlines()[1] == "The last of it: Signed up"
