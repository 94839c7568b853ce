"""How long shifter lets a person wait, as ratios: `python -m tests.benchmarks.start`.

The app is held against an empty Textual app, the quick commands against `python -c pass`, all of
them interleaved in one run; the figures are medians. `--shifts` measures a long life as well.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.tui.pseudo_terminal import PseudoTerminal

SHIFTER = str(Path(sys.executable).with_name("shifter"))
EMPTY_APP = (
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Empty(App):\n"
    "    BINDINGS = [('q', 'quit', 'Quit'), ('n', 'next', 'Next')]\n"
    "    def compose(self):\n"
    "        yield Static('ready')\n"
    "    def action_next(self):\n"
    "        self.query_one(Static).update('changed')\n"
    "Empty().run()\n"
)
_IDLE_FOR = 10.0
_SETTLED = 1.5

Figures = dict[str, float]
Subject = Callable[[], Figures]


def main() -> None:
    """Measure everything and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--shifts", type=int, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        environment = environment_of(home, "shifter.db")
        _live_a_little(environment)
        lives = {"shifter": environment}
        if arguments.shifts:
            from tests.benchmarks.long_life import make

            lives[f"shifter, {arguments.shifts:,} shifts"] = environment_of(home, "long.db")
            make(Path(home, "long.db"), arguments.shifts, 30)
            subprocess.run([SHIFTER, "pick"], env=environment_of(home, "long.db"), check=True)
        apps = {"an empty Textual app": _app([sys.executable, "-c", EMPTY_APP], environment, None)}
        apps |= {name: _app([SHIFTER], there, "╰─") for name, there in lives.items()}
        _print(_measured(apps, arguments.rounds))
        drawn, share = _idle(environment)
        sys.stdout.write(f"| shifter | idle | {drawn} bytes | {share:.2%} of a core |\n")
        commands = {"python -c pass": _command([sys.executable, "-c", "pass"], environment)}
        for name, there in lives.items():
            commands |= _commands(name, there)
        _print(_measured(commands, arguments.rounds))


def environment_of(home: str, file: str) -> dict[str, str]:
    environment = {
        **os.environ,
        "HOME": home,
        "XDG_CONFIG_HOME": home,
        "SHIFTER_DB": str(Path(home, file)),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONUTF8": "1",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def _live_a_little(environment: Mapping[str, str]) -> None:
    for words in (
        ("idea", "add", "Pottery studio"),
        ("log", "Walked past the kiln #pottery 10m", "--on", "yesterday"),
        ("log", "Wrote to the kiln #pottery"),
        ("pick",),
    ):
        subprocess.run([SHIFTER, *words], env=environment, check=True, capture_output=True)


def _app(command: list[str], environment: Mapping[str, str], first: str | None) -> Subject:
    """One sitting; `first` is what the first paint ends with, where there is one."""

    def sitting() -> Figures:
        begun = time.perf_counter()
        terminal = PseudoTerminal(environment, command)
        figures: Figures = {}
        try:
            if first is not None:
                terminal.read_until(first)
                figures["the pick, seconds"] = time.perf_counter() - begun
            terminal.read_until("Quit" if first else "ready")
            figures["the whole screen, seconds"] = time.perf_counter() - begun
            while time.perf_counter() - begun < _SETTLED:
                terminal.read(0.05)
            figures["memory, MB"] = _memory(terminal.process.pid)
            drawn, pressed = len(terminal.drawn), time.perf_counter()
            terminal.type("n")
            while len(terminal.drawn) == drawn:
                terminal.read(0.05)
            figures["a key on screen, seconds"] = time.perf_counter() - pressed
            until_still(terminal)
            pressed = time.perf_counter()
            terminal.type("q")
            terminal.leave()
            figures["back at the prompt, seconds"] = time.perf_counter() - pressed
        finally:
            terminal.close()
        return figures

    return sitting


def until_still(terminal: PseudoTerminal) -> None:
    drawn = -1
    while drawn != len(terminal.drawn):
        drawn = len(terminal.drawn)
        terminal.read(0.3)


def _memory(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def _commands(name: str, environment: Mapping[str, str]) -> dict[str, Subject]:
    wordings = (
        ("line",),
        ("log", "Wrote to the kiln again"),
        ("pick", "--json"),
        ("done",),
    )
    return {f"{name}: {words[0]}": _command([SHIFTER, *words], environment) for words in wordings}


def _command(command: list[str], environment: Mapping[str, str]) -> Subject:
    def run() -> Figures:
        begun = time.perf_counter()
        subprocess.run(command, env=environment, check=True, capture_output=True)
        return {"from start to end, seconds": time.perf_counter() - begun}

    return run


def _measured(subjects: Mapping[str, Subject], rounds: int) -> dict[str, Figures]:
    """The medians of each subject's figures, the subjects interleaved."""
    found: dict[str, list[Figures]] = {name: [] for name in subjects}
    for _ in range(rounds):
        for name, subject in subjects.items():
            found[name].append(subject())
    return {
        name: {figure: statistics.median(one[figure] for one in all_) for figure in all_[0]}
        for name, all_ in found.items()
    }


def _print(medians: Mapping[str, Figures]) -> None:
    """The figures, and what they are beside those of the first subject."""
    base = next(iter(medians.values()))
    for name, figures in medians.items():
        for figure, value in figures.items():
            against = base.get(figure, base.get("the whole screen, seconds", value))
            sys.stdout.write(f"| {name} | {figure} | {value:.3f} | {value / against:.2f} |\n")


def _idle(environment: Mapping[str, str]) -> tuple[int, float]:
    """The bytes that the app draws in `_IDLE_FOR` seconds of nothing, and the share of a core."""
    terminal = PseudoTerminal(environment, [SHIFTER])
    try:
        terminal.read_until("Quit")
        until_still(terminal)
        drawn, used = len(terminal.drawn), processor_seconds(terminal.process.pid)
        end = time.monotonic() + _IDLE_FOR
        while time.monotonic() < end:
            terminal.read(0.5)
        spent = processor_seconds(terminal.process.pid) - used
        return len(terminal.drawn) - drawn, spent / _IDLE_FOR
    finally:
        terminal.close()


def processor_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
