"""Which kernel nbgrader would start: one that no machine has, while students' notebooks keep theirs.

Where nothing of this grader is loaded (nbgrader's Python API by itself, another configuration), nbgrader still writes
the kernel that its gradebook names into what it grades, and so finds nothing to run a student's code with.
"""

import json
from collections.abc import Mapping
from typing import Any

from jupyter_client.kernelspec import find_kernel_specs
from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.submission.release import NO_KERNEL, STUDENTS_KERNEL


class NoKernel(NbGraderPreprocessor):
    """The first step to a release, of any assignment: the kernel that no machine has, for nbgrader to record."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """The notebook with that kernel."""
        nb.metadata["kernelspec"] = dict(NO_KERNEL)
        return nb, resources


class StudentsKernel(NbGraderPreprocessor):
    """The last step to a release: the kernel that students have, after nbgrader has recorded the other one."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """The notebook with the students' kernel."""
        nb.metadata["kernelspec"] = dict(STUDENTS_KERNEL)
        return nb, resources


def recorded_kernels(db_url: str, assignment: str) -> dict[str, str]:
    """Notebook -> name of the kernel that the gradebook has for it; empty where it has none or no such assignment."""
    with Gradebook(db_url) as gradebook:
        try:
            notebooks = gradebook.find_assignment(assignment).notebooks
        except MissingEntry:
            return {}
        return {one.name: json.loads(one.kernelspec or "{}").get("name", "") for one in notebooks}


def record_kernel(db_url: str, assignment: str, kernel: Mapping[str, str] = NO_KERNEL) -> None:
    """Name this kernel for every notebook of an assignment, also where hand-ins are recorded already: from then on
    nbgrader itself leaves the entry as it is."""
    with Gradebook(db_url) as gradebook:
        try:
            notebooks = gradebook.find_assignment(assignment).notebooks
        except MissingEntry:
            return
        for notebook in notebooks:
            notebook.kernelspec = json.dumps(kernel)
        gradebook.db.commit()


def kernel_is_there() -> bool:
    """Whether somebody has installed a kernel under the name that none should have."""
    return NO_KERNEL["name"] in find_kernel_specs()
