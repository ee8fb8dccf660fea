"""Collecting what students handed in by nbgrader's exchange, which leaves it open to everybody: closed at once."""

from pathlib import Path

from nbgrader.exchange.default import ExchangeCollect

from autograder.gradebook import privacy


class Collect(ExchangeCollect):
    """nbgrader's; what it copied is the owner's alone afterwards."""

    def copy_files(self) -> None:
        """The hand-ins to submitted/. A copy has the modes that students gave it."""
        with privacy.private(self.config):
            try:
                super().copy_files()
            finally:
                privacy.close(Path(self.coursedir.root), self.config)
