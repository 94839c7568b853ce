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
    for number, line in enumerate(text.splitlines(), start=1):
        task = line.strip()
        match = LINE.fullmatch(task)
        if match:
            day, words = match.groups()
            names = tuple(_PROJECT.findall(words))
            reading.take_another(Done(f"{day}\0{words}", words, day, names=names, line=number))
        elif task.startswith("x "):
            reading.left_out.one(WITHOUT_DAY, number)
        elif task:
            reading.left_out.one(NOT_DONE)
    return reading
