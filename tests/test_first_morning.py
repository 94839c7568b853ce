import sys
from pathlib import Path

from tests.first_morning import first_morning


def test_a_first_morning_in_a_real_terminal(tmp_path: Path) -> None:
    first_morning([sys.executable, "-m", "shifter"], tmp_path)
