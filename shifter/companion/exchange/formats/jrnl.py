"""jrnl's JSON export: entries with a title, a body, a date, a time, tags and a star."""

from collections.abc import Mapping

from shifter.companion.exchange.formats.done import UNREADABLE, Done, Reading


def read_jrnl(data: Mapping[str, object]) -> Reading:
    """Every entry; a star is a Little Yes."""
    reading = Reading("jrnl")
    entries = data.get("entries")
    for entry in entries if isinstance(entries, list) else ():
        done = _done(entry)
        if done is None:
            reading.left_out.one(UNREADABLE)
        else:
            reading.take_another(done)
    return reading


def _done(entry: object) -> Done | None:
    if not isinstance(entry, dict):
        return None
    title, body, day, time = (entry.get(name, "") for name in ("title", "body", "date", "time"))
    tags = entry.get("tags", [])
    if not isinstance(title, str) or not isinstance(body, str) or not isinstance(tags, list):
        return None
    if not isinstance(day, str) or not isinstance(time, str):
        return None
    when = f"{day} {time}".strip()
    return Done(
        key=f"{when}\0{title}",
        text=title,
        when=when,
        note=body,
        little_yes=entry.get("starred") is True,
        # The sign in front is whatever jrnl was set to.
        names=tuple(tag[1:] for tag in tags if isinstance(tag, str)),
    )
