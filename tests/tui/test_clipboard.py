"""What is copied leaves the terminal as OSC 52, which hands it to the clipboard."""

import re
from base64 import b64decode
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from shifter.companion import open_companion
from shifter.config import Config
from shifter.core.telling.week import to_send
from tests.tui.pseudo_terminal import PseudoTerminal

_COPIED = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


def test_the_week_reaches_the_clipboard_as_it_is_to_be_sent(new_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "shifter.db"
    file.write_bytes(new_file.read_bytes())
    with closing(open_companion(str(file), config=Config())) as companion:
        # Nothing was done last week, so it tells of this one.
        day_of_last_week = companion.telling.week().first - timedelta(days=5)
        companion.shifts.log("Ärger über 🎉 [b]Straße[/b] !", on=day_of_last_week.isoformat())
        expected = to_send(companion.telling.week())
    assert "🎉 [b]Straße[/b]" in expected
    terminal = PseudoTerminal({"SHIFTER_DB": str(file), "HOME": str(tmp_path), "PYTHONUTF8": "1"})
    try:
        terminal.read_until("Quit")
        terminal.type("w")
        terminal.read_until("My week")
        terminal.type("c")
        terminal.read_until("Copied to the clipboard.")
        terminal.type("q")
        assert terminal.leave() == 0
    finally:
        terminal.close()
    (copied,) = _COPIED.findall(terminal.drawn)
    assert b64decode(copied).decode() == expected
