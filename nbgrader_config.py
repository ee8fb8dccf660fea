"""nbgrader's configuration of this course: our execution and scores in nbgrader's own pipeline."""

from pathlib import Path

from autograder.gradebook.guard import guard

guard()  # from here on, nbgrader refuses to grade where it would not be by what is set below

c = get_config()  # noqa: F821  (given by traitlets)

course = Path(__file__).resolve().parent

c.CourseDirectory.root = str(course)
c.CourseDirectory.course_id = "initlab"
c.CourseDirectory.release_directory = "assignments"
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "*.egg-info", ".*"]

# The exchange is nbgrader's, /usr/local/share/nbgrader/exchange, unless you set another folder that students can reach.
# It should not be inside this one: nobody else has any business here.
# c.Exchange.root = "/srv/exchange"

# What is collected is closed to others at once. Feedback goes back to everyone who handed in by the exchange; who did
# not is named, and stops nobody's.
c.ExchangeFactory.collect = "autograder.gradebook.collect.Collect"
c.ExchangeFactory.release_feedback = "autograder.gradebook.feedback.ReleaseFeedback"

# A notebook is read by us (bad files become a refusal in words), run in the sandbox, and scored from the verdict.
c.Autograde.exporter_class = "autograder.gradebook.hooks.SubmissionExporter"
# What we read has the released cells, names and metadata in it: there is nothing to clean or to check once more. The
# kernel that no machine has is put in all the same: should the lines around this one be lost, nothing runs.
c.Autograde.sanitize_preprocessors = ["nbgrader.preprocessors.OverwriteKernelspec"]
c.Autograde.autograde_preprocessors = [
    "autograder.gradebook.hooks.Execute",
    "nbgrader.preprocessors.IgnorePattern",
    "nbgrader.preprocessors.LimitOutput",
    "autograder.gradebook.hooks.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
]

# Feedback pages are ours: from the checks themselves, without programs, and readable without a network.
c.GenerateFeedback.exporter_class = "autograder.gradebook.pages.FeedbackPage"
c.GenerateFeedback.preprocessors = []

# What students write never becomes part of the markup of formgrader's pages.
c.HTMLExporter.sanitize_html = True
c.HTMLExporter.filters = {"markdown2html": "autograder.report.markdown.safe_html"}
c.ClearSolutions.code_stub = {"python": "raise NotImplementedError  # your code here"}

# nbgrader's own steps to a release. Its gradebook then names a kernel that no machine has for what it grades, so that
# nbgrader by itself runs nothing; students' notebooks get theirs back in the last step.
c.GenerateAssignment.preprocessors = [
    "autograder.gradebook.kernels.NoKernel",
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.InstantiateTests",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearSolutions",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
    "autograder.gradebook.kernels.StudentsKernel",
]

# What one notebook may use; every limit with its reason is in autograder/sandbox/limits.py.
# c.Initlab.limits = {"cpu_seconds": 300, "probe_seconds": 30}
