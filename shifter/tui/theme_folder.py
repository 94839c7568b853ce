"""Where the themes that ship are."""

import os


def shipped_folder() -> str:
    """The folder of the themes: in the package once installed, beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "themes")
    return installed if os.path.isdir(installed) else os.path.join(package, os.pardir, "themes")
