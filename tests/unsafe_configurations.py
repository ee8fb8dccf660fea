"""Edits of the shipped configuration: under these, students' work would be run, scored or shown by anything but ours;
under those of ALL_RIGHT it would not."""

from collections.abc import Callable

from tests.conftest import REPOSITORY

Edit = Callable[[str], str]
SHIPPED = (REPOSITORY / "nbgrader_config.py").read_text()
EXECUTES = "nbgrader.preprocessors.Execute"
STOCK_SAVE = "nbgrader.preprocessors.SaveAutoGrades"
SOMEBODYS = "tests.notebooks.namespace_of"


def replaced(old: str, new: str) -> Edit:
    """An edit of a configuration that finds what it replaces."""

    def edit(text: str) -> str:
        assert old in text, old
        return text.replace(old, new)

    return edit


def added(line: str) -> Edit:
    return lambda text: f"{text}\n{line}\n"


def without(name: str) -> Edit:
    """Takes out the statement that starts with this name, and what follows it in brackets."""

    def edit(text: str) -> str:
        lines, kept, inside = text.splitlines(), [], False
        assert any(line.startswith(name) for line in lines), name
        for line in lines:
            inside = inside or line.startswith(name)
            if not inside:
                kept.append(line)
            inside = inside and line.endswith(("[", ","))
        return "\n".join(kept)

    return edit


def beside(name: str, other: str) -> Edit:
    """One more in a list."""
    return replaced(LINE.format(name), LINE.format(name) + LINE.format(other))


def all_of(*edits: Edit) -> Edit:
    def edit(text: str) -> str:
        for one in edits:
            text = one(text)
        return text

    return edit


LIST = "autograde_preprocessors"
OUR_LIST = f"c.Autograde.{LIST}"
HOOKS = "autograder.gradebook.hooks"
OUR_EXECUTE, OUR_SAVE = f"{HOOKS}.Execute", f"{HOOKS}.SaveAutoGrades"
LINE = '    "{}",\n'  # of a list, as the shipped configuration writes it
OUTSIDE = "would run students' code outside the sandbox"
STOCK_LIST = added(
    "from nbgrader.converters import Autograde\n"
    "c.Autograde.autograde_preprocessors = Autograde.autograde_preprocessors.default_args[0]"
)
NOTHING_OF_OURS = all_of(
    without("guard()"), without("from autograder"), without("c.Autograde.exporter_class"),
    without(OUR_LIST), without("c.ExchangeFactory"), without("c.HTMLExporter.filters"),
    without("c.GenerateAssignment.preprocessors"),
)  # fmt: skip

# what is wrong -> (the edit, words of the refusal)
UNSAFE: dict[str, tuple[Edit, str]] = {
    "a letter left out of the list's name": (
        replaced(LIST, "autograde_preprocesors"),
        f"autograde_preprocesors.*{LIST}",
    ),
    "a letter too many in the list's name": (replaced(LIST, "autograde_preprocessorss"), f"preprocessorss.*{LIST}"),
    "a letter left out of the class's name": (replaced(OUR_LIST, f"c.Autgrade.{LIST}"), "Autgrade.*Autograde"),
    "a letter left out of the exporter's setting": (
        replaced("Autograde.exporter_class", "Autograde.exporter_clas"),
        "exporter_clas.*exporter_class",
    ),
    "a letter left out of the filters' setting": (
        replaced("HTMLExporter.filters", "HTMLExporter.filtrs"),
        "filtrs.*filters",
    ),
    "a letter left out of our execution's name": (
        replaced(OUR_EXECUTE, f"{HOOKS}.Exeute"),
        "Exeute.*cannot be imported",
    ),
    "a letter left out of our scores' name": (
        replaced(OUR_SAVE, f"{HOOKS}.SaveAutoGrade"),
        "SaveAutoGrade.*cannot be imported",
    ),
    "a setting that no class has": (added("c.Autograde.sandbox = True"), "Autograde has no setting `sandbox`"),
    "the list removed": (without(OUR_LIST), OUTSIDE),
    "our execution removed": (replaced(LINE.format(OUR_EXECUTE), ""), "lacks autograder.gradebook.hooks.Execute"),
    "our scores removed": (replaced(LINE.format(OUR_SAVE), ""), "lacks autograder.gradebook.hooks.SaveAutoGrades"),
    "our scores turned off": (added("c.SaveAutoGrades.enabled = False"), "turned off"),
    "the exporter removed": (without("c.Autograde.exporter_class"), "exporter_class"),
    "another exporter": (
        replaced(f"{HOOKS}.SubmissionExporter", "nbconvert.exporters.NotebookExporter"),
        "exporter_class",
    ),
    "the filters removed": (without("c.HTMLExporter.filters"), "markdown2html"),
    "another filter": (
        replaced("autograder.report.markdown.safe_html", "nbconvert.filters.markdown2html"),
        "markdown2html",
    ),
    "pages with students' HTML": (replaced("sanitize_html = True", "sanitize_html = False"), "sanitize_html"),
    "nbgrader's stock list": (STOCK_LIST, OUTSIDE),
    "stock execution in place of ours": (replaced(OUR_EXECUTE, EXECUTES), OUTSIDE),
    "stock scores in place of ours": (replaced(OUR_SAVE, STOCK_SAVE), "would score"),
    "stock scores beside ours": (beside(OUR_SAVE, STOCK_SAVE), "would score"),
    "execution while sanitizing": (
        added(f"c.Autograde.sanitize_preprocessors = ['{EXECUTES}']"),
        "sanitize_preprocessors.*outside the sandbox",
    ),
    "nbconvert's execution": (
        replaced(OUR_EXECUTE, "nbconvert.preprocessors.ExecutePreprocessor"),
        "outside the sandbox",
    ),
    "somebody's own preprocessor": (beside(OUR_EXECUTE, SOMEBODYS), "c.Initlab.trusted"),
    "execution when pages are made": (
        added(f"c.GenerateFeedback.preprocessors = ['{EXECUTES}']"),
        "GenerateFeedback.*outside the sandbox",
    ),
    "execution by the pages' exporter": (
        added("c.HTMLExporter.preprocessors = ['nbconvert.preprocessors.ExecutePreprocessor']"),
        "HTMLExporter.*outside the sandbox",
    ),
    "nbconvert's execution turned on": (
        added("c.ExecutePreprocessor.enabled = True"),
        "HTMLExporter.*outside the sandbox",
    ),
    "a setting of another kind": (added("c.Autograde.autograde_preprocessors = 3"), "autograde_preprocessors"),
}

ALL_RIGHT: dict[str, Edit] = {
    "as shipped": lambda text: text,
    "other settings of nbgrader's": added(
        "c.Execute.timeout = 5\nc.BaseConverter.force = True\nc.Exchange.root = '/x'"
    ),
    "settings of no class of nbgrader's": added("c.ServerApp.port = 1\nc.MyOwnPlugin.name = 'x'"),
    "a list that was extended": added("c.CourseDirectory.ignore.append('*.bak')"),
    "--no-execute": added("c.Execute.enabled = c.ClearOutput.enabled = False"),
    "another preprocessor of nbgrader's": replaced(
        '    "nbgrader.preprocessors.LimitOutput",\n', '    "nbgrader.preprocessors.DeduplicateIds",\n'
    ),
    "an own preprocessor, vouched for": all_of(
        beside(OUR_EXECUTE, SOMEBODYS),
        added("c.Initlab.trusted = ['tests.notebooks.namespace_of']"),
    ),
    "the filters for what takes too long": replaced("report.markdown.safe_html", "report.markdown.plain_html"),
}
