"""Feedback finds its way back through nbgrader's exchange, to everyone who handed in by it.

nbgrader puts a page where only the student's copy of the submission's secret leads to. Its own release stops at the
first student who has no secret or no time stamp, and nobody after that one gets a page.
"""

import glob
import os
import re
import shutil
from pathlib import Path

from nbgrader.exchange.default import ExchangeReleaseFeedback
from nbgrader.utils import notebook_hash

from autograder.gradebook.surroundings import CARRIED, SECRET, TIMESTAMP, plain_text

# nbgrader writes 128 hexadecimal digits. Students could write their own: one that is short would be guessed.
SECRET_TEXT = re.compile(r"[0-9A-Za-z_-]{32,256}")
READABLE = 0o644  # students read the page; its name is what keeps others from it


class ReleaseFeedback(ExchangeReleaseFeedback):
    """nbgrader's, one student at a time: who cannot be reached by the exchange is named, and the others get theirs."""

    def copy_files(self) -> None:
        """Every page of feedback/ to the exchange, under the name that its secret makes."""
        excluded = set(self.coursedir.student_id_exclude.split(","))
        unreached = []
        for folder in map(Path, sorted(glob.glob(self.src_path))):  # feedback/STUDENT/ASSIGNMENT
            student = folder.parent.name
            pages = sorted(folder.glob("*.html"))
            if student in excluded or not pages:
                continue
            secret = plain_text(folder / SECRET, CARRIED[SECRET]) or ""
            if not SECRET_TEXT.fullmatch(secret):
                unreached.append(folder)
                continue
            for page in pages:
                self._publish(page, secret)
            handed_in = plain_text(folder / TIMESTAMP, CARRIED[TIMESTAMP]) or "at a time unknown"
            self.log.info("Released %d pages of feedback for %s, handed in %s", len(pages), student, handed_in)
        for folder in unreached:
            self.log.warning(
                "No feedback released for %s: this hand-in did not come by the exchange, so there is no way back by it."
                " The pages are in %s; send them otherwise. (If it did, grade it again: its secret was not kept then.)",
                folder.parent.name,
                folder,
            )

    def _publish(self, page: Path, secret: str) -> None:
        target = Path(self.dest_path, f"{notebook_hash(secret=secret, notebook_id=page.stem)}.html")
        new = target.with_suffix(".tmp")
        shutil.copyfile(page, new)
        new.chmod(READABLE)
        os.replace(new, target)  # whoever fetches meanwhile gets the old page or the new one, whole
