"""Files that commands write."""

import pytest

from tests.cli.shell import Shell


@pytest.mark.parametrize(
    "words",
    [
        ("export",),
        ("story",),
        ("streak", "--svg"),
        ("remind", "--at", "8:30"),
        ("pick", "--pocket", "tomorrow", "--ics"),
    ],
)
def test_no_command_writes_over_the_data_file(shell: Shell, words: tuple[str, ...]) -> None:
    shell.ok("log", "Emailed Ana")
    shell.ok("pick")
    assert "the log itself" in shell.refused(*words, str(shell.file))
