"""The app in the terminal."""


def run(database: str, *, demo: bool = False) -> int:
    """Run the app until the user quits, and return its exit status.

    Raises `ShifterError` where the data file can't be opened. A demo saves no settings either.
    """
    from shifter.tui.start.sequence import run_app

    return run_app(database, demo=demo)
