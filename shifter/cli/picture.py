"""The board as a picture in a file."""

from shifter.cli.saving import save
from shifter.cli.theme_colours import theme_colours
from shifter.core.board import YEAR
from shifter.core.board_picture import picture
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.errors import Refused

if TYPE_CHECKING:
    from shifter.cli.session import Session
    from shifter.core.records import Streak


def save_picture(path: str, streak: "Streak", session: "Session", *, force: bool) -> None:
    """Write the board of a year as SVG, in the colours of the user's theme.

    Refused before the first shift, for the data file itself, and, unless `force`, where the file is
    there. Raises FileTrouble where it can't be written.
    """
    found = session.companion.figures.board(streak, YEAR)
    if found is None:
        raise Refused("Nothing to draw yet", "The board begins with the first shift.")
    drawn = picture(found, theme_colours(session.config.theme))
    save(path, (drawn,), spare=session.database, force=force)
