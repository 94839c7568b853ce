"""What people type, made harmless: on its way into the log and on its way to a terminal.

Only what could command a terminal or reverse a line is taken out. Everything else, joined
emoji and right-to-left letters among it, stays as it was typed.
"""

from shifter.errors import Refused

LINE_LIMIT = 500
"""The most characters that one line holds."""

NOTE_LIMIT = 20_000
"""The most characters that a note holds."""

# Not compiled: a quick command, whose words are mostly plain, need not wait for that, nor for re.
# Control characters but for tab and newline, the marks that override the direction of writing,
# and surrogates, which stand for bytes that could not be decoded.
_HARMFUL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
_LINE_BREAKS = r"\r\n|[\r\u2028\u2029]"
_GAPS = r"[\t\n]+"
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff")


def stopless(text: str) -> str:
    """What somebody called something, without a closing stop, where a sentence has its own."""
    return text.rstrip(" .?!…") or text


def quoted(text: str) -> str:
    """The text in quotes; those inside of it become single ones."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def beginning(text: str, most: int) -> str:
    """The text in quotes, cut where it has more than `most` characters."""
    return quoted(text if len(text) <= most else f"{text[:most].rstrip()} …")


def for_terminal(text: str) -> str:
    """The text without anything that a terminal could take for a command."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    import re

    return re.sub(_HARMFUL, "", re.sub(_LINE_BREAKS, "\n", text))


def escape_in_json(text: str) -> str:
    """A text of JSON, in which whatever a terminal could take for a command is escaped."""
    if text.isprintable():
        return text
    import re

    return re.sub(_HARMFUL, lambda found: f"\\u{ord(found[0]):04x}", text)


def in_one_line(text: str) -> str:
    """The harmless text without breaks at its ends; one within it becomes a space."""
    if text.isprintable():
        return text
    import re

    return re.sub(_GAPS, " ", for_terminal(text).strip("\t\n"))


def clean_line(text: str) -> str:
    """The text as one line; a pasted line break becomes a space.

    Empty where there is nothing to see in it. Raises `Refused` beyond `LINE_LIMIT` characters.
    """
    line = _something(in_one_line(text).strip())
    _refuse_beyond(LINE_LIMIT, line, "One line holds", "The rest could go into a note.")
    return line


def required_line(text: str, what: str) -> str:
    """The text as one line with something to see in it.

    `what` names it in the refusal, such as `The idea's name`. Raises `Refused`.
    """
    line = clean_line(text)
    if not line:
        raise Refused(
            "Nothing written yet", f"A word or two is enough for {what[0].lower()}{what[1:]}."
        )
    return line


def clean_note(text: str) -> str:
    """The text as a note, which keeps its line breaks and tabs.

    Empty where there is nothing to see in it. Raises `Refused` beyond `NOTE_LIMIT` characters.
    """
    note = _something(for_terminal(text).strip())
    _refuse_beyond(NOTE_LIMIT, note, "A note holds", "Two notes would do.")
    return note


def _something(text: str) -> str:
    """The text, or an empty one for what nobody could see."""
    is_seen = any(not (character.isspace() or character in _UNSEEN) for character in text)
    return text if is_seen else ""


def _refuse_beyond(limit: int, text: str, holds: str, way_out: str) -> None:
    if len(text) > limit:
        raise Refused(
            "Too long",
            f"{holds} at most {limit:,} characters, and this has {len(text):,}. {way_out}",
        )
