"""What is tried on the first version and on this one is all that was found in the first, but what is left to later."""

from tests.first_version.then_and_now import ROWS
from tests.test_found import FOUND, LATER


def test_every_finding_that_is_mended_is_tried_on_both_versions_and_nothing_else_is() -> None:
    mended = {finding for finding, proofs in FOUND.items() if not all(proof.startswith(LATER) for proof in proofs)}
    assert {row.finding for row in ROWS.values()} == mended
