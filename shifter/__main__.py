"""`python -m shifter`."""

import sys

from shifter.cli import main

if __name__ == "__main__":
    sys.exit(main())
