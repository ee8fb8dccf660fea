"""`python -m autograder` is `initlab`."""

import sys

from autograder.cli import main

sys.exit(main())
