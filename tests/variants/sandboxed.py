"""Ways to define that need the notebook's own interpreter: files that cells write, magics. In the real sandbox."""

import textwrap
from collections.abc import Callable, Mapping
from functools import cache

from autograder.course_folder import open_course
from autograder.evidence.execution import Budget, execute
from autograder.grading import furnishing
from autograder.labs.weight_initialization import LAB
from autograder.sandbox import Sandbox
from autograder.sandbox.limits import Limits
from autograder.submission.example_class import bases
from autograder.submission.reading import Submission
from autograder.verdict.grader import Case
from autograder.verdict.judge import judge_case, probe_for
from tests.bank import local
from tests.conftest import REPOSITORY
from tests.variants.judging import Judged
from tests.variants.subjects import REFERENCE

KIND = "in the sandbox"
Cells = tuple[str, ...]


def _file(name: str, source: str, *imports: str) -> str:
    return "\n".join((f"%%writefile {name}", *imports, source))


# A function's cell -> the cells that stand in its place.
WAYS: Mapping[str, Callable[[str, str], Cells]] = {
    "%%writefile and import": lambda name, source: (
        _file(f"my_{name}.py", source, "import numpy as np"),
        f"from my_{name} import {name}",
    ),
    "%%writefile, import as a module": lambda name, source: (
        _file("helpers.py", source, "import numpy as np"),
        f"import helpers\n{name} = helpers.{name}",
    ),
    "%%writefile twice, and reload": lambda name, source: (
        _file("again.py", f"def {name}(*args): raise ValueError('first attempt')"),
        "import again, importlib",
        _file("again.py", source, "import numpy as np", "# now it is longer than before"),
        f"importlib.reload(again)\nfrom again import {name}",
    ),
    "%%writefile and %run": lambda name, source: (
        _file("script.py", source, "import numpy as np"),
        "%run script.py",
    ),
    "%%writefile and %run -i": lambda name, source: (_file("script.py", source), "%run -i script.py"),
    "a file written with open, and exec": lambda name, source: (
        f"with open('written.py', 'w') as file:\n    file.write({source!r})",
        "exec(open('written.py').read())",
    ),
    "a package in a folder": lambda name, source: (
        "import os\nos.makedirs('mine', exist_ok=True)\nopen('mine/__init__.py', 'w').close()",
        _file("mine/inner.py", source, "import numpy as np"),
        f"from mine.inner import {name}",
    ),
    "exec of a text": lambda name, source: (f"exec({source!r})",),
    "%%time": lambda name, source: (f"%%time\n{source}",),
    "%%capture": lambda name, source: (f"%%capture\n{source}",),
    "%autoreload before it": lambda name, source: ("%load_ext autoreload\n%autoreload 2", source),
    "%pip and ! before it": lambda name, source: ("%pip install numpy", "!pip install numpy", source),
    "a cell that shows something after it": lambda name, source: (
        source,
        f"from IPython.display import display, Markdown\ndisplay(Markdown('**done**'))\n{name}?",
    ),
    "%precision and %xmode": lambda name, source: ("%precision 3\n%xmode Plain", source),
}
FUNCTIONS = ("fans", "distinct_units")  # of Part 2 and of Part 1; their files need nothing but NumPy


@cache
def solution(function: str) -> tuple[str, Mapping[int, str], int]:
    """The notebook of a function, its cells, and which of them defines it."""
    notebook = local.graders()[function].notebook
    course = open_course(REPOSITORY)
    cells = Submission(bases(course.masters, course.release)["reference"][notebook]).cells
    (place,) = [index for index, source in cells.items() if f"\ndef {function}(" in f"\n{source}"]
    return notebook, cells, place


def written(function: str, way: str) -> dict[int, str]:
    """The cells of the reference, of which one function is defined in this way."""
    _, cells, place = solution(function)
    before = [source for index, source in cells.items() if index < place]
    after = [source for index, source in cells.items() if index > place]
    return dict(enumerate((*before, *WAYS[way](function, textwrap.dedent(cells[place])), *after)))


def judge(sandbox: Sandbox, function: str, way: str, limits: Limits) -> Judged:
    """What a function that is defined in this way loses."""
    grader = local.graders()[function]
    probe = probe_for(grader, b"1", "student")
    budget = Budget(limits.cpu_seconds, limits.idle_seconds)
    cells = written(function, way)
    evidence = execute(sandbox, cells, {function: probe.steps}, limits, budget, LAB.describe).evidence
    checks = judge_case(grader, Case(function, probe.given, evidence.answers[function]))
    lost = sum(check.points - check.earned for check in checks)
    errors = [f"{o.error.kind}: {o.error.message}" for o in evidence.cells.values() if o.error] if lost else []
    words = " | ".join([check.message for check in checks if check.message] + errors)
    return Judged(function, REFERENCE, KIND, way, lost, words)


def judged() -> list[Judged]:
    """Every way to define each of the functions."""
    limits = Limits()
    with Sandbox(limits, **furnishing(LAB)) as sandbox:
        return [judge(sandbox, function, way, limits) for way in WAYS for function in FUNCTIONS]
