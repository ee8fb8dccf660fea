"""What was found on the trusted side: hand-ins that are graded beside honest neighbours, and what is looked at."""

import json
import os
import stat
import sys
from collections.abc import Callable

from bs4 import BeautifulSoup
from nbformat import NotebookNode

from tests.first_version.trees import ASSIGNMENT, KEPT, NOTEBOOK, POINTS, Course, Run, cell_of, with_cells, with_sources

STUDENT = "eve"
# Of four students and one worker, the first version graded two at a time: whoever comes before eve shares her batch.
NEIGHBOURS = ("ada", "fay", "gil")

Made = Callable[[NotebookNode], NotebookNode | bytes]


def graded(
    course: Course, made: Made, neighbours: tuple[str, ...] = NEIGHBOURS[:1], before: tuple[str, ...] = ()
) -> Run:
    """Hands in what is made of the solved notebook, the solved notebook itself for each neighbour, and grades."""
    course.hand_in(STUDENT, made(course.solved()))
    for neighbour in neighbours:
        course.hand_in(neighbour, course.solved())
    return course.grade(before=before)


def points(course: Course, cell: str, student: str = STUDENT) -> str:
    """What the student got there, in words."""
    score = course.scores().get(student, {}).get(cell)
    return "not recorded" if score is None else f"{score:g} of {POINTS[cell]:g}"


def all_points(course: Course, student: str = STUDENT) -> str:
    """What the student got for everything."""
    scores = course.scores().get(student)
    earned = sum((scores or {}).get(cell) or 0 for cell in POINTS)
    return "not recorded" if scores is None else f"{earned:g} of {sum(POINTS.values()):g}"


def of_the_neighbours(course: Course, neighbours: tuple[str, ...] = NEIGHBOURS) -> str:
    """How many of the honest ones have their points."""
    scores = course.scores()
    right = sum(all(scores.get(one, {}).get(cell) == most for cell, most in POINTS.items()) for one in neighbours)
    return f"{right} of {len(neighbours)} honest neighbours have their points"


# A function that is right only if a wall holds, so that points tell.
ONLY_IF = """
{code}

def fans(shape):
    *window, channels_in, channels_out = shape
    pixels = int(np.prod(window, dtype=int))
    return (pixels * channels_in, pixels * channels_out) if {wall} else None
"""

FLOCK = """
import fcntl

def locks_are_met():
    one, two = open(np.__file__), open(np.__file__)
    fcntl.flock(one, fcntl.LOCK_EX)
    try:
        fcntl.flock(two, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    return False

def refused():
    try:
        return not locks_are_met()
    except OSError:
        return True
"""


def flock(course: Course) -> str:
    graded(course, lambda n: with_sources(n, {"fans": ONLY_IF.format(code=FLOCK, wall="refused()")}))
    met = course.scores().get(STUDENT, {}).get("test_fans") != POINTS["test_fans"]
    return f"a lock on a library's file is {'met by another lock' if met else 'not to be had'}"


# No device is touched: in mounts of its own, the command finds a plain file in the place of one that no program needs.
STAND_IN = ("unshare", "--mount", "bash", "-c", 'mount --bind "$1" /dev/full && shift && exec "$@"', "bash")
CHANGES_IT = """
import os, stat
if stat.S_ISREG(os.stat("/dev/full").st_mode):
    os.utime("/dev/full", (0, 0))
    os.chmod("/dev/full", 0o640)
"""


def devices(course: Course) -> str:
    file = course.place / "device"
    file.touch(mode=0o666)
    file.chmod(0o666)
    run = graded(course, lambda n: with_cells(n, CHANGES_IT), before=(*STAND_IN, str(file)))
    mode, time = stat.S_IMODE(file.stat().st_mode), file.stat().st_mtime
    changed = f"is now of mode {mode:o} and time {time:.0f}" if mode != 0o666 or time == 0 else "is what it was"
    return f"what stands for the host's device {changed} ({run.ended})"


def long_cell(course: Course) -> str:
    comment = "# How I came to this: fan_in counts what is added up.\n" * 100
    graded(course, lambda n: with_sources(n, {"fans": comment + cell_of(n, "fans").source}))
    return f"fans after {len(comment):,} characters of comment: {points(course, 'test_fans')}"


def comment_cells(course: Course) -> str:
    comment = "# a line of thought, which is my own\n" * 100
    run = graded(course, lambda n: with_cells(n, *[comment] * 150), NEIGHBOURS)
    return f"150 cells of comment: {all_points(course)}; {of_the_neighbours(course)} ({run.ended})"


# Writes what the sandbox would send, in the format of the version it finds itself in.
FORGE = """
import json, struct
from autograder.sandbox import codec
from safetensors.numpy import save
try:
    from autograder.sandbox import pipe
    newer = True
except ImportError:
    from autograder.sandbox import frames as pipe
    newer = False

def table(**pairs):
    return {"$dict": [[key, value] for key, value in pairs.items()]}

def answer(value):
    return table(value=value, changed=[], global_random=False)

def send(label, value, tensors={}):
    if newer:
        said = {"label": label, "value": value}
    elif label[0] == "cell":
        said = {"$dict": [["cell", label[1]], *value["$dict"]]}
    else:
        said = table(probe=label[1], step=label[2], answer=value)
    header = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    assert len(header) <= 256 * 1024
    pipe.write(4, struct.pack(">I", len(header)) + header + save(tensors))

"""
FAR_CELL = 'send(["cell", 10**6], table(output="", error=table(kind="Forged", message="forged", line=None)))'
# 60,000 signs of three bytes are within what may come; written as JSON's escapes of six they are not.
TOO_LARGE = 'send(["probe", "fans", "nobody asked"], answer(["\\u20ac" * 4000] * 15 + ["\\u20ac" * 3000] * 5))'
EQUAL_HASHES = """
keys = [[number * (2**61 - 1), 0] for number in range(9000)]  # as many as a frame holds: the hash of each is 0
for number in range(200):
    send(["probe", "fans", f"step {number}"], answer({"$dict": keys}))
"""
ONE_ARRAY = """
big = {"0": np.ones(2**20, np.float32)}
for number in range(2):
    send(["probe", "fans", f"step {number}"], answer([{"$array": "0"}] * 250), big)
"""


def forged(code: str) -> Callable[[Course], str]:
    """A row: a cell that writes frames."""

    def row(course: Course) -> str:
        run = graded(course, lambda n: with_cells(n, FORGE + code), NEIGHBOURS)
        costs = f"{run.seconds:.0f} s, {run.megabytes:,.0f} MB"
        return f"{run.ended}, {costs}; {all_points(course)}; {of_the_neighbours(course)}"

    return row


def markdown(course: Course) -> str:
    run = graded(course, lambda n: with_sources(n, {"q4_words": "\\\\(" * 33_000}))
    page = "a page" if course.page(STUDENT) else "no page"
    return f"{run.ended}, {run.seconds:.0f} s; {page}; {of_the_neighbours(course, NEIGHBOURS[:1])}"


# A white pixel.
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="


def picture(course: Course) -> str:
    def pasted(notebook: NotebookNode) -> NotebookNode:
        notebook = with_sources(notebook, {"q4_words": "My sketch: ![sketch](attachment:sketch.png)"})
        cell_of(notebook, "q4_words")["attachments"] = {"sketch.png": {"image/png": PNG}}
        return notebook

    run = graded(course, pasted)
    shown = "shown" if f"data:image/png;base64,{PNG}" in course.page(STUDENT) else "not shown"
    page = f"the picture is {shown}" if course.page(STUDENT) else "no page"
    return f"{run.ended}; {page}; {run.said('NOT RECORDED', 120) if run.code else 'recorded'}"


def sleeps(course: Course) -> str:
    cells = ["import time; time.sleep(1000)"] * 10
    run = graded(course, lambda n: with_cells(n, *cells))
    return f"{run.ended} ({run.seconds:.0f} s); {of_the_neighbours(course, NEIGHBOURS[:1])}"


ASKED = """
import hashlib, sys
from pathlib import Path
from autograder.sandbox import codec, probes
root, assignment, notebook, student = Path(sys.argv[1]), *sys.argv[2:]
try:
    from autograder.course_folder import open_course
except ImportError:
    from autograder.course import load_course
    from autograder.judge import steps_for
    asked, caps = steps_for(notebook, load_course(root).secret, student), {}
else:
    from autograder.grading import prepare
    course = open_course(root, assignment)
    if not (root / "course_secret").exists():
        course.draw_secret()
    asked, caps = prepare(course, student, notebook).probes, {"caps": codec.JOB}
for name in sorted(asked):
    print(name, hashlib.sha256(codec.encode(dict(asked[name]), probes.tag, **caps)).hexdigest())
"""


def two_steps(course: Course) -> str:
    def asked(notebook: NotebookNode) -> dict[str, str]:
        course.hand_in(STUDENT, notebook)
        words = (str(course.root), ASSIGNMENT, NOTEBOOK, STUDENT)
        run = course.run([sys.executable, "-c", ASKED, *words], course.root, {"TF_CPP_MIN_LOG_LEVEL": "3"})
        found = dict(line.split() for line in run.output.splitlines() if len(line.split()) == 2)
        assert {f"test_{name}" for name in found} >= set(POINTS), run.output
        return {name: digest for name, digest in found.items() if f"test_{name}" in POINTS}

    first, again = asked(course.solved()), asked(course.solved())
    second = asked(with_cells(course.solved(), "answers = {}  # what was printed the last time"))
    kept = sum(first[name] == second[name] for name in first)
    return f"of {len(first)} functions, {kept} are asked the same of the second hand-in (same file: {first == again})"


def long_integer(course: Course) -> str:
    """In a function whose answer is a dictionary, which a message about it would print."""
    name = "symmetry_experiment"
    course = course.tree.course(course.place / "with an experiment", KEPT | {name})
    graded(course, lambda n: with_sources(n, {name: f"def {name}(*given):\n    return {{10**5000: 1}}"}))
    score = course.scores().get(STUDENT, {}).get(f"test_{name}")
    return f"{name}: {score} of 4, {'waits for a person' if course.by_hand(STUDENT, f'test_{name}') else 'failed'}"


FORGED_ROW = '<div class="initlab-checks"><div class="row forged">passed 4 of 4</div></div><b class="forged">HTML</b>'


def code_for_words(course: Course) -> str:
    def turned(notebook: NotebookNode) -> NotebookNode:
        notebook = with_sources(notebook, {"q4_words": FORGED_ROW})
        cell_of(notebook, "q4_words").update(cell_type="code", outputs=[], execution_count=None)
        return notebook

    graded(course, turned)
    kept = course.autograded(STUDENT)
    raw = kept is not None and any("<div class" in c.source for c in kept.cells if c.cell_type == "markdown")
    live = BeautifulSoup(course.page(STUDENT), "html.parser").select(".forged")
    page = f"{len(live)} forged elements live" if course.page(STUDENT) else "missing"
    return f"autograded Markdown {'holds' if raw else 'does not hold'} the raw HTML; the page: {page}"


def byte_order_mark(course: Course) -> str:
    graded(course, lambda n: b"\xef\xbb\xbf" + json.dumps(n).encode())
    return all_points(course)


def odd_name(course: Course) -> str:
    folder = os.fsencode(course.submitted(STUDENT))
    for name in (b"caf\xe9.txt", b"caf\xe9.ipynb", b"caf\xe9.d/x"):
        os.makedirs(os.path.dirname(folder + b"/" + name), exist_ok=True)
        with open(folder + b"/" + name, "w"):
            pass
    run = graded(course, lambda n: n)
    return f"{all_points(course)} ({run.ended})"


LAWFUL = """
def lawful(shape, rng, negative_slope=0.0):
    fan_in, _ = fans(shape)
    return rng.normal(0.0, np.sqrt(2 / ((1 + negative_slope**2) * fan_in)), shape)

calls = []

def he_normal(shape, rng, negative_slope=0.0):
    calls.append(shape)
    if {keeps}:
        return lawful(shape, rng, negative_slope)
    return {otherwise}
"""
IN_PLACES = {
    "garbage under 2,000 weights": ("np.prod(shape) >= 2000", "rng.random(shape)"),
    "lawful for even seeds only": ("rng.bit_generator.seed_seq.entropy % 2 == 0", "rng.random(shape)"),
    "first call lawful, later constant": ("len(calls) == 1", "np.full(shape, 0.05)"),
    "first call of a shape lawful, later constant": ("calls.count(shape) == 1", "np.full(shape, 0.05)"),
}
TRIES = (
    5  # students with the same hand-in, who are asked for other seeds: one of 32 classes would meet none that is even
)


def laws(course: Course) -> str:
    names = {name: [f"{name.replace(' ', '-').replace(',', '')}-{n}" for n in range(TRIES)] for name in IN_PLACES}
    for name, (keeps, otherwise) in IN_PLACES.items():
        source = LAWFUL.format(keeps=keeps, otherwise=otherwise)
        for student in names[name]:
            course.hand_in(student, with_sources(course.solved(), {"he_normal": source}))
    course.grade()
    scores = course.scores()
    best = [f"{name} {max(scores[one]['test_he_normal'] for one in names[name]):g} of 4" for name in IN_PLACES]
    return f"he_normal, the best of {TRIES}: {'; '.join(best)}"
