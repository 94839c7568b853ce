"""What a line with `#` and `@` in it will be understood as, while it is typed."""

from textual.content import Content

from shifter.core.sign_words import Known, meant
from shifter.core.signs import read_signs
from shifter.errors import ShifterError

_BETWEEN = " · "


def understood(line: str, known: Known) -> Content:
    """`Pottery studio · Ana · 10 min · ✦`: what the signs in a line say, as far as it is typed.

    What will be logged comes first where a sign is taken out of its middle.
    """
    try:
        signs = read_signs(line)
    except ShifterError:
        return Content("")  # Said in full on enter; an unfinished line is no mistake.
    parts: list[Content] = []
    if not " ".join(line.split()).startswith(signs.text):
        parts.append(Content(f"“{signs.text}”"))
    if signs.idea is not None:
        idea = meant(f"#{signs.idea}", known)
        unknown = Content.styled(f"no idea “{signs.idea}” yet", "$lit")
        parts.append(Content.styled(idea, "$idea") if idea else unknown)
    if signs.person is not None:
        person = meant(f"@{signs.person}", known)
        parts.append(Content(person or f"{signs.person}, new here"))
    if signs.minutes is not None:
        parts.append(Content(f"{signs.minutes} min"))
    if signs.little_yes:
        parts.append(Content.styled("✦ a Little Yes", "$accent"))
    return Content.styled(_BETWEEN, "$quiet").join(parts)
