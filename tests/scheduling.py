"""Which tests go to one process: those that share something costly, which two processes would both make."""

from pathlib import PurePath

from xdist.scheduler import LoadScopeScheduling

FILES = {
    "test_class",
    "test_exchange",
    "test_faults",
    "test_feedback_text",
    "test_forgetting",
    "test_initlab_keras",
    "test_interrupts",
    "test_lab",
    "test_mishaps",
    "test_no_path_around",
    "test_sandbox_promises",
    "test_sandbox_tensorflow",
    "test_transaction",
    "test_two_steps",
    "test_upgrade",
    "test_wheel",
    "test_worst_answer",
}


def group_of(nodeid: str) -> str:
    """The group of a test: a file of the list above, one of the two battles of the attacks, else the test alone."""
    path, _, test = nodeid.partition("::")
    file = PurePath(path).stem
    if file.startswith("test_attacks"):
        return "short battle" if "[resources-" in test or test.endswith("short]") else "usual battle"
    return file if file in FILES else nodeid


class Together(LoadScopeScheduling):
    """Hands out whole groups, the largest first; tests of no group one by one.

    pytest-xdist's own `--dist loadgroup` marks groups in names that pytest no longer lets it change.
    """

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)
