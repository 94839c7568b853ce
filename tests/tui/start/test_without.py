"""Optional parts of a library, kept out while it is loaded."""

import subprocess
import sys


def test_they_can_be_had_once_the_library_is_there() -> None:
    code = (
        "import sys\n"
        "from shifter.tui.start.without import without_unused\n"
        "with without_unused():\n"
        "    import asyncio\n"
        "assert '_ssl' not in sys.modules\n"
        "import ssl\n"
        "assert ssl.create_default_context()\n"
        "with without_unused():\n"
        "    import ssl as there_already\n"
        "assert there_already is ssl is sys.modules['ssl']\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
