"""The demo: the app on a throwaway year that somebody else could have lived."""

from shifter.cli.command import Answer, Command
from shifter.core.quick_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shifter.cli.session import Session


class Demo(Command):
    description = (
        "Open the app on a throwaway year of believable data. Try everything: nothing\n"
        "of it is kept, and your own data is not touched."
    )
    examples = ("shifter demo",)

    def run(self, session: "Session") -> Answer:
        del session
        import os
        from tempfile import TemporaryDirectory

        from shifter.cli.app import open_app
        from shifter.companion.demo import make_demo

        with TemporaryDirectory(prefix="shifter-demo-") as folder:
            database = os.path.join(folder, "demo.db")
            make_demo(database)
            open_app(database, demo=True)
        return Answer(dict, lambda _: ("That was somebody else's year. Yours: shifter",))
