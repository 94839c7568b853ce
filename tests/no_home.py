"""Runs shifter as somebody whom the system knows no home of: `python -m tests.no_home …`."""

import os
import pwd
import sys

from shifter.cli import main


def nobody(_: object) -> pwd.struct_passwd:
    raise KeyError


pwd.getpwuid = pwd.getpwnam = nobody
os.environ["HOME"] = "."
sys.exit(main(sys.argv[1:]))
