"""The styles of all screens, which come in one by one as the screens are first opened."""

from textual.css.stylesheet import Stylesheet


class GrowingStylesheet(Stylesheet):
    """Parses what has come in; Textual would parse all that is there already once more."""

    def reparse(self) -> None:
        """Parse what is not parsed yet: after a change of theme, which forgets it, everything."""
        self.parse()
