"""What is wrong with a catalogue file, said so that it can be found and mended."""

from shifter.errors import ShifterError


class CatalogueError(ShifterError):
    """A catalogue file can't be used; the message names the file, the entry and the fault."""

    def __init__(self, where: str, fault: str) -> None:
        super().__init__("The catalogue can't be read", f"{where}: {fault}")
