"""todo.txt: a task a line, done ones as `x 2026-11-22 2026-11-20 text +project @context`."""

import re

from shifter.companion.exchange.formats.done import NOT_DONE, WITHOUT_DAY, Done, Reading

LINE = re.compile(
    r"x (?:\([A-Z]\) )?(\d{4}-\d\d-\d\d)(?: \d{4}-\d\d-\d\d)?(?: \([A-Z]\))?(?: |$)(.*)", re.ASCII
)
_PROJECT = re.compile(r"(?:^|\s)\+(\S+)")


def read_todo_txt(text: str) -> Reading:
    """What was done and on which day."""
    reading = Reading("todo.txt")
    for line in text.splitlines():
        task = line.strip()
        match = LINE.fullmatch(task)
        if match:
            day, words = match.groups()
            names = tuple(_PROJECT.findall(words))
            reading.take_another(Done(f"{day}\0{words}", words, day, names=names))
        elif task:
            reading.leave_out(WITHOUT_DAY if task.startswith("x ") else NOT_DONE)
    return reading
