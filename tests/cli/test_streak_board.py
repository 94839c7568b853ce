"""The board in a plain terminal, and as a picture."""

from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from shifter import theme_files
from tests.cli.shell import Launch, Shell

SVG = "{http://www.w3.org/2000/svg}"


def drawn(file: Path) -> ET.Element:
    return ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 - shifter wrote it


@pytest.fixture
def _a_log(shell: Shell) -> None:
    for day, line in (
        ("2026-11-05", "One 10m !"),
        ("2026-11-09", "Two @ana"),
        ("2026-11-17", "Three"),
        ("2026-11-17", "Four !"),
        ("2026-11-17", "Five"),
        ("2026-11-18", "Six"),
    ):
        shell.ok("log", line, "--on", day)
    shell.ok("rest", "2026-11-12")


@pytest.mark.usefixtures("_a_log")
class TestInATerminal:
    def test_people_see_towers_a_legend_and_the_run(self, shell: Shell) -> None:
        assert shell.ok("streak") == (
            "6 shifts   1 person   2 Little Yeses\n"
            "\n"
            "     Nov\n"
            "Mon     ░░ ·\n"
            "Tue     ·  ▓✦\n"
            "Wed     ·  ░░\n"
            "Thu  ░✦ ── ○\n"
            "Fri  ·  ·\n"
            "Sat  ── ──\n"
            "Sun  ── ──\n"
            "\n"
            "     ░░ one shift   ▒▒ two   ▓▓ three or four   ✦ a Little Yes   ── rest day\n"
            "     · empty day   ○ today, open\n"
            "\n"
            "2 days with a shift in this run, since 17 November. One empty day never ends it.\n"
            "No run was longer.\n"
            "4 shifts this week, and last week had 1.\n"
            "The next landing is 10, in a week or so as things go.\n"
        )

    def test_no_line_is_wider_than_a_terminal(self, shell: Shell) -> None:
        first = date(2026, 11, 18) - timedelta(weeks=150)
        shell.ok("log", "Long ago", "--on", first.isoformat())
        lines = shell.ok("streak").splitlines()
        assert max(len(line) for line in lines) <= 80
        assert not any(line != line.rstrip() for line in lines)

    def test_a_terminal_without_the_signs_gets_plain_ones(self, launch: Launch) -> None:
        finished = launch("streak", "--as-of", "2026-11-18", PYTHONIOENCODING="ascii")
        assert finished.returncode == 0
        text = finished.stdout.decode("ascii")
        assert "Tue     .  %*" in text
        assert "Thu  :* --" in text

    def test_as_of_shows_the_board_as_it_stood(self, shell: Shell) -> None:
        text = shell.ok("streak", "--as-of", "2026-11-09")
        assert text.startswith("2 shifts   1 person   1 Little Yes\n")
        assert "Mon     ░░ ◂\n" in text
        assert "Tue\n" in text

    def test_escape_codes_only_reach_terminals(self, shell: Shell) -> None:
        assert "\x1b" not in shell.ok("streak")


def test_before_the_first_shift_it_says_how_to_begin(shell: Shell) -> None:
    assert "shifter pick" in shell.ok("streak")
    shell.ok("log", "One")
    assert shell.ok("streak", "--as-of", "2026-11-01") == "Nothing yet on Sunday 1 November.\n"


def test_a_picture_of_one_shift_is_called_so(shell: Shell, tmp_path: Path) -> None:
    shell.ok("log", "One")
    shell.ok("streak", "--svg", str(tmp_path / "board.svg"))
    assert drawn(tmp_path / "board.svg").findtext(f"{SVG}title") == "1 shift, until 2026-11-19"


def test_a_picture_is_drawn_in_the_usual_colours_where_ones_own_are_none(
    shell: Shell, tmp_path: Path
) -> None:
    shell.ok("log", "One")
    shell.ok("streak", "--svg", str(tmp_path / "usual.svg"))
    own = Path(theme_files.own_folder()) / "hearth.toml"
    own.parent.mkdir(parents=True)
    shipped = Path(theme_files.shipped_folder()) / "terminal.toml"
    own.write_text(shipped.read_text().replace('"terminal"', '"hearth"'))
    for _ in range(2):
        shell.ok("streak", "--svg", str(tmp_path / "board.svg"), "--force")
        assert (tmp_path / "board.svg").read_text() == (tmp_path / "usual.svg").read_text()
        own.write_text("name =")


@pytest.mark.usefixtures("_a_log")
class TestAsAPicture:
    def test_it_is_written_and_told(self, shell: Shell, tmp_path: Path) -> None:
        file = tmp_path / "board.svg"
        assert shell.ok("streak", "--svg", str(file)) == f"The board is in {file}.\n"
        root = drawn(file)
        assert root.tag == f"{SVG}svg"

    def test_every_day_has_its_window_and_its_words(self, shell: Shell, tmp_path: Path) -> None:
        file = tmp_path / "board.svg"
        shell.ok("streak", "--svg", str(file))
        root = drawn(file)
        told = [title.text for title in root.iterfind(f".//{SVG}g/{SVG}title")]
        assert len(told) == 15
        assert told.count("17 November 2026: 3 shifts") == 1
        assert told.count("12 November 2026: rest day") == 1
        assert told.count("13 November 2026: no shift") == 1

    def test_a_long_sentence_about_the_run_stays_within_the_picture(
        self, shell: Shell, tmp_path: Path
    ) -> None:
        file = tmp_path / "board.svg"
        shell.ok("log", "A year ago", "--on", "2025-11-05")
        shell.ok("streak", "--svg", str(file), "--as-of", "2026-11-11")
        root = drawn(file)
        told = root.findtext(f"{SVG}desc") or ""
        assert "keeps it going today" in told
        texts = [text.text or "" for text in root.iterfind(f"{SVG}text")]
        lower = next(number for number, text in enumerate(texts) if told.endswith(f" {text}"))
        assert f"{texts[lower + 1]} {texts[lower]}" == told
        assert len(texts[lower + 1]) * 7 < float(root.attrib["width"]) - 72

    def test_levels_need_no_colour(self, shell: Shell, tmp_path: Path) -> None:
        """One shift and three fill their windows to a different part."""
        file = tmp_path / "board.svg"
        shell.ok("streak", "--svg", str(file))
        root = drawn(file)
        sizes = {}
        for group in root.iterfind(f".//{SVG}g"):
            title, squares = group.find(f"{SVG}title"), group.findall(f"{SVG}rect")
            if title is not None and title.text and squares:
                sizes[title.text.partition(": ")[2]] = float(squares[-1].attrib["width"])
        assert sizes["1 shift"] < sizes["3 shifts"]

    def test_it_has_the_colours_of_the_theme(self, shell: Shell, tmp_path: Path) -> None:
        from shifter.paths import config_file

        file, config = tmp_path / "board.svg", Path(config_file())
        shell.ok("streak", "--svg", str(file))
        assert "#16161d" in file.read_text(encoding="utf-8")
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text('theme = "daylight"\n')
        shell.ok("streak", "--svg", str(file), "--force")
        assert "#fbf7ee" in file.read_text(encoding="utf-8")

    def test_a_theme_of_the_users_own_is_used(self, shell: Shell, tmp_path: Path) -> None:
        from shifter.paths import config_file

        folder = Path(config_file()).parent
        (folder / "themes").mkdir(parents=True)
        shipped = Path(theme_files.shipped_folder()) / "hearth.toml"
        mine = shipped.read_text().replace("hearth", "mine").replace("#16161d", "#123456")
        (folder / "themes" / "mine.toml").write_text(mine)
        (folder / "config.toml").write_text('theme = "mine"\n')
        file = tmp_path / "board.svg"
        shell.ok("streak", "--svg", str(file))
        assert "#123456" in file.read_text(encoding="utf-8")

    @pytest.mark.parametrize("theme", ["no such theme", "../../secrets", "terminal"])
    def test_a_theme_without_certain_colours_is_drawn_in_the_usual_ones(
        self, shell: Shell, tmp_path: Path, theme: str
    ) -> None:
        from shifter.paths import config_file

        folder = Path(config_file()).parent
        folder.mkdir(parents=True)
        (folder / "config.toml").write_text(f'theme = "{theme}"\n')
        file = tmp_path / "board.svg"
        shell.ok("streak", "--svg", str(file))
        assert "#16161d" in file.read_text(encoding="utf-8")

    def test_the_json_document_is_the_same_beside_it(self, shell: Shell, tmp_path: Path) -> None:
        file = tmp_path / "board.svg"
        assert shell.json("streak", "--svg", str(file)) == shell.json("streak")
        assert file.exists()

    def test_a_file_that_cannot_be_written_is_refused_in_words(
        self, shell: Shell, tmp_path: Path
    ) -> None:
        told = shell.refused("streak", "--svg", str(tmp_path / "no" / "board.svg"))
        assert "could not be written" in told
        assert list(tmp_path.glob("*.tmp")) == []


def test_there_is_nothing_to_draw_before_the_first_shift(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "board.svg"
    assert "Nothing to draw yet" in shell.refused("streak", "--svg", str(file))
    assert not file.exists()
