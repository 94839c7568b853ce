"""The themes there are, and a new one to begin with."""

import os
from collections.abc import Iterator

from shifter import theme_files
from shifter.cli.command import Answer, Command
from shifter.core.quick_typing import TYPE_CHECKING
from shifter.errors import FileTrouble, Refused, WrongUsage
from shifter.paths import make_folder, refuse_nowhere
from shifter.theme_files import Shelf, ThemeFile

if TYPE_CHECKING:
    from shifter.cli.arguments import Parser
    from shifter.cli.page import Page
    from shifter.cli.session import Session

_TEXTUALS = "a well-known one"
_WIDTH = 24


class Themes(Command):
    description = (
        "List the themes, or write a new one to begin with: every colour in it is\n"
        "explained. Once it is chosen, the app reloads it whenever you save it."
    )
    examples = (
        "shifter themes",
        "shifter settings theme dusk",
        "shifter themes new mine",
        "shifter themes new mine --like daylight",
    )

    action: str | None = None
    name: str | None = None
    like: str = theme_files.DARK

    def describe(self, parser: "Parser") -> None:
        parser.add_argument("action", nargs="?", choices=("new",), metavar="new", help="write one")
        parser.add_argument("name", nargs="?", metavar="NAME", help="what it is to be called")
        parser.add_argument("--like", metavar="THEME", help="the theme to start from")

    def run(self, session: "Session") -> Answer:
        if self.action is not None:
            path = _write(self.name, self.like, spare=session.database)
            return Answer(
                lambda: {"theme": {"name": self.name, "path": path}},
                lambda page: (
                    f"{page.done} {path}",
                    f"  To use it: shifter settings theme {self.name}",
                ),
            )
        shelf = theme_files.all_themes()
        worn = session.config.theme
        return Answer(lambda: _document(shelf, worn), lambda page: _lines(page, shelf, worn))


def _write(name: str | None, like: str, *, spare: str) -> str:
    """Write a new theme file and return its path; one that is there stays as it is."""
    from shifter.cli.saving import save

    if name is None or not theme_files.is_name(name):
        raise WrongUsage("What is it called?", "Small letters, figures and hyphens, such as mine.")
    model = theme_files.find(like)
    if model is None:
        raise Refused("Which theme?", f"There is no theme {like} to start from: shifter themes.")
    path = os.path.join(theme_files.own_folder(), f"{name}.toml")
    refuse_nowhere(path)
    if name in theme_files.all_names() and not os.path.lexists(path):
        raise Refused("That name is taken", f"{name} is a theme already; another name keeps both.")
    if os.path.lexists(path):
        raise Refused("That one is there already", f"{path} was left as it is.")
    try:
        make_folder(theme_files.own_folder())
    except OSError as error:
        raise FileTrouble("The theme was not written", f"{path}: {error.strerror}.") from error
    save(path, (f"{line}\n" for line in _starter(name, model)), spare=spare)
    return path


def _starter(name: str, model: ThemeFile) -> Iterator[str]:
    yield "# A theme of your own. Once chosen, the app reloads it whenever you save it."
    yield "# A colour is '#rrggbb', or one of the terminal's own: default, black, red, green,"
    yield "# yellow, blue, magenta, cyan, white, or bright- and one of these."
    yield f'name = "{name}"'
    yield f'about = "Begun from {model.name}."'
    yield "# true for light text on a dark background"
    yield f"dark = {str(model.dark).lower()}"
    yield ""
    yield "[colors]"
    for color, meaning in theme_files.COLORS.items():
        yield f"# {meaning}"
        yield f'{color} = "{model.colors[color]}"'


def _document(shelf: Shelf, worn: str | None) -> dict[str, object]:
    files = shelf.themes.values()
    names = [name for name in theme_files.TEXTUAL_THEMES if name not in shelf.themes]
    return {
        "themes": [
            *(
                {
                    "name": file.name,
                    "about": file.about,
                    "dark": file.dark,
                    "origin": "yours" if file.is_own else "shifter",
                    "chosen": file.name == worn,
                }
                for file in files
            ),
            *(
                {
                    "name": name,
                    "about": None,
                    "dark": None,
                    "origin": "textual",
                    "chosen": name == worn,
                }
                for name in names
            ),
        ],
        "problems": list(shelf.problems),
    }


def _lines(page: "Page", shelf: Shelf, worn: str | None) -> Iterator[str]:
    for file in shelf.themes.values():
        about = f"{file.about} Yours." if file.is_own else file.about
        yield _line(page, file.name, about, worn)
    for name in theme_files.TEXTUAL_THEMES:
        if name not in shelf.themes:
            yield _line(page, name, _TEXTUALS, worn)
    for problem in shelf.problems:
        yield page.lit(problem)


def _line(page: "Page", name: str, about: str, worn: str | None) -> str:
    mark = page.done if name == worn else " "
    return f"{mark} {name:<{_WIDTH}}{page.quiet(about)}".rstrip()
