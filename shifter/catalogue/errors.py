"""What is wrong with a catalogue file, said so that it can be found and mended."""

import os.path

from shifter.errors import ShifterError


class CatalogueError(ShifterError):
    """A catalogue file can't be used; the message names the file, the entry and the fault.

    `entry` begins with the name of the table, and is empty where the file as a whole is meant.
    """

    def __init__(self, file: str, entry: str, fault: str) -> None:
        place = f"{os.path.basename(file)}, {entry}" if entry else file
        super().__init__("The catalogue can't be read", f"{place}: {fault}")
        self.file = file
        self.entry = entry
        self.fault = fault
