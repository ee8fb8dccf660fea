"""What stands under the cells of an autograded notebook: a row for each check, for formgrader and the feedback page."""

import base64
import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache

from jinja2 import Environment, PackageLoader, Template
from nbformat import NotebookNode, v4

from autograder.evidence.answers import CellOutcome
from autograder.report.pictures import histogram_png
from autograder.verdict.verdict import Check, say

CHECKS = "application/vnd.initlab.checks+json"  # the checks themselves, of which the feedback page is made
WORDS = {"passed": "passed", "failed": "not yet", "skipped": "skipped", "grader error": "by hand"}
# Bootstrap's class names: formgrader's page brings its style sheet
LABELS = {
    "passed": "label-success",
    "failed": "label-danger",
    "skipped": "label-default",
    "grader error": "label-warning",
}
COLOURS = {"passed": "", "failed": "text-danger", "skipped": "text-muted", "grader error": "text-warning"}


@cache
def _template() -> Template:
    environment = Environment(loader=PackageLoader("autograder", "report"), autoescape=True)
    return environment.get_template("check_table.html.j2")


def for_graded_cell(checks: Sequence[Check]) -> list[NotebookNode]:
    """The outputs of the locked test cell of one function."""
    table = _template().render(checks=checks, words=WORDS, labels=LABELS, colours=COLOURS)
    records = json.loads(json.dumps([asdict(check) for check in checks]))  # lists for tuples, as a file has them
    data = {"text/html": table, "text/plain": say(checks), CHECKS: records}
    outputs = [v4.new_output("display_data", data=data)]
    for check in checks:
        if check.picture is not None:
            png = base64.b64encode(histogram_png(check.picture)).decode("ascii")
            data = {"image/png": png, "text/plain": f"Histogram: {check.picture.label}"}
            outputs.append(v4.new_output("display_data", data=data))
    return outputs


def for_student_cell(outcome: CellOutcome) -> list[NotebookNode]:
    """The outputs of a cell that ran: its text, and its error in one line."""
    outputs = []
    if outcome.output:
        outputs.append(v4.new_output("stream", name="stdout", text=outcome.output))
    if outcome.error is not None:
        said = f"{outcome.error.kind}: {outcome.error.message}"
        lines = [said] if outcome.error.line is None else [f"in the line: {outcome.error.line}", said]
        error = v4.new_output("error", ename=outcome.error.kind, evalue=outcome.error.message, traceback=lines)
        outputs.append(error)
    return outputs
