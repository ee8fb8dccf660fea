"""Hostile submissions through the real pipeline: what each may earn, and that it harms nobody and learns nothing.

The rules for all attacks are the tests below; what holds for one of them beyond that is in its own file in `attacks/`.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.attacks.attack import ANYTHING, EVERYTHING, NOTEBOOK, Attack
from tests.attacks.battlefield import (
    FUNCTIONS,
    HONEST,
    MODEST,
    PWNED,
    VETERAN,
    Battle,
    Observed,
    battle_of,
    catalogue,
)
from tests.attacks.reading import UNSEEN, Shown, artefacts, page_of, shown
from tests.conftest import ASSIGNMENT

pytest_plugins = ("tests.attacks.fixtures",)
pytestmark = pytest.mark.slow

ATTACKS = {attack.student: attack for attack in catalogue(Path("nowhere"), 0, "")}
# errors that mean: the attack itself is mistaken and tries nothing
MISTAKES = ("NameError", "SyntaxError", "AttributeError", "TypeError", "IndentationError", "KeyError")


@pytest.fixture(params=ATTACKS)
def attack(request: pytest.FixtureRequest) -> Attack:
    return ATTACKS[request.param]


@pytest.fixture
def battle(attack: Attack, battles: Callable[[str], Battle]) -> Battle:
    return battles(battle_of(attack))


@pytest.fixture
def seen(attack: Attack, battle: Battle) -> Observed:
    return battle.observed[attack.student]


# What one attack gets.


def test_it_earns_what_its_code_deserves(attack: Attack, seen: Observed) -> None:
    if attack.loses == EVERYTHING:
        assert seen.earned == 0
    elif attack.loses != ANYTHING:
        named = set(attack.loses) - {"..."}
        assert named == seen.lost or ("..." in attack.loses and named < seen.lost)


def test_what_stopped_it_is_what_should_have(attack: Attack, seen: Observed) -> None:
    stopped_by = "\n".join(seen.stopped_by)
    assert [words for words in attack.stopped if words not in stopped_by] == [], stopped_by
    said = [*seen.verdict.notices, *(check.message for check in seen.verdict.checks)]
    assert any(attack.says in text for text in said) or not attack.says


def test_it_does_try_what_it_says(attack: Attack, seen: Observed) -> None:
    kinds = {error.partition(":")[0] for error in seen.errors}
    assert kinds & set(MISTAKES) - set(attack.stopped) == set() or "syntax" in attack.name or attack.loses == ANYTHING


def test_no_step_of_it_succeeds(seen: Observed) -> None:
    assert [line for text in seen.texts for line in text.splitlines() if line.startswith("SUCCESS")] == []


def test_no_grader_breaks_on_it(seen: Observed) -> None:
    broken = [
        (c.function, c.name) for c in seen.verdict.checks if c.status == "grader error" and c.function in FUNCTIONS
    ]
    assert broken == []


def test_it_ends_within_its_deadline(seen: Observed) -> None:
    assert seen.overtime < 2


# What it learns, and leaves.


def test_nothing_planted_is_in_what_was_written_about_it(attack: Attack, battle: Battle) -> None:
    leaks = {
        path: found
        for path, data in artefacts(battle, attack.student).items()
        if (found := battle.canaries.found_in(data))
    }
    assert leaks == {}


def test_inputs_of_probes_and_the_graders_own_texts_stay_hidden(attack: Attack, battle: Battle) -> None:
    for path, data in artefacts(battle, attack.student).items():
        if path.suffix == ".html":  # their sources are in there too
            continue
        for hidden in (b"Traceback (most recent", b"autograder/graders", str(battle.course.secret.hex()).encode()):
            assert hidden not in data, path
        outputs = (
            [c.get("outputs", "") for c in json.loads(data)["cells"]]
            if path.suffix == ".ipynb"
            else data.decode("latin-1")
        )
        assert "PROBED WITH" not in str(outputs), path


def test_nothing_is_left_behind(battle: Battle, seen: Observed) -> None:
    assert seen.changes == []
    assert not (battle.course.root / PWNED).exists()


def test_of_its_files_only_notebooks_are_taken_in(attack: Attack, battle: Battle) -> None:
    allowed = {"autograded": {f"{NOTEBOOK}.ipynb"}, "feedback": {f"{NOTEBOOK}.html"}}
    for step, names in allowed.items():
        folder = battle.course.root / step / attack.student / ASSIGNMENT
        assert {path.name for path in folder.rglob("*")} <= names


def test_its_neighbour_is_graded_to_the_same_bytes_right_after(battle: Battle, seen: Observed) -> None:
    assert seen.modest_evidence == next(iter(battle.observed.values())).modest_evidence


# The gradebook.


def test_the_gradebook_holds_its_verdict_and_nothing_else(attack: Attack, battle: Battle, seen: Observed) -> None:
    if attack.unrecorded:
        assert attack.unrecorded in seen.problem
        return
    assert seen.problem == ""
    verdict = {f"test_{name}": sum(check.earned for check in seen.verdict.of(name)) for name in FUNCTIONS}
    said = battle.gradebook_after[attack.student]
    assert said["auto"] == verdict
    assert set(said["manual"].values()) | set(said["extra"].values()) == {None}


@pytest.mark.parametrize("name", ["usual", "short"])
class TestAfterAllAttacks:
    def test_the_neighbours_verdicts_are_the_same_bytes(self, name: str, battles: Callable[[str], Battle]) -> None:
        battle = battles(name)
        assert battle.neighbours_after == battle.neighbours_before

    def test_everybody_elses_entries_in_the_gradebook_are_untouched(
        self, name: str, battles: Callable[[str], Battle]
    ) -> None:
        battle = battles(name)
        for student in ("", HONEST, MODEST, VETERAN):
            assert battle.gradebook_after[student] == battle.gradebook_before[student]
        recorded = {a.student for a in ATTACKS.values() if battle_of(a) == name and not a.unrecorded}
        assert set(battle.gradebook_after) == recorded | {"", HONEST, MODEST, VETERAN}

    def test_nobody_reached_this_machines_sockets(self, name: str, battles: Callable[[str], Battle]) -> None:
        assert battles(name).connections == 0

    def test_the_traps_would_have_caught_something(self, name: str, battles: Callable[[str], Battle]) -> None:
        battle = battles(name)
        own = {kind for data in artefacts(battle, HONEST).values() for kind in battle.canaries.found_in(data)}
        assert own == {"neighbour"}  # what it printed itself


# What a reader sees.


def pages(attack: Attack, battle: Battle) -> tuple[Shown, Shown]:
    """Theirs, and the honest one; who is not recorded has none, so that nothing is wrong with it."""
    students = (HONEST if attack.unrecorded else attack.student, HONEST)
    theirs, honest = (shown(page_of(battle, student).read_text()) for student in students)
    return theirs, honest


def test_its_page_runs_nothing_that_an_honest_page_does_not(attack: Attack, battle: Battle) -> None:
    theirs, honest = pages(attack, battle)
    assert theirs.active <= honest.active


def test_its_page_has_the_graders_marks_where_an_honest_page_has_them_and_nowhere_else(
    attack: Attack, battle: Battle
) -> None:
    theirs, honest = pages(attack, battle)
    assert theirs.marks == honest.marks


CHROMIUM = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--dump-dom",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--virtual-time-budget=2000",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip


def without_policy(page: Path) -> str:
    """The page without the rule by which a browser runs nothing on it: it has to do without, too."""
    html, policies = re.subn('<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.read_text())
    assert policies == 1
    return html


def title_in_a_browser(page: Path, profile: Path) -> str:
    """The page's title once its scripts have run; every link that is no address is clicked."""
    code = "Array.from(document.links).filter(link => !/^(https?|mailto|file):$/.test(link.protocol))"
    clicks = f"<script>setTimeout(() => {code}.forEach(link => link.click()), 500)</script>"
    copy = profile / page.name
    copy.write_text(without_policy(page).replace("</body>", f"{clicks}</body>"))
    command = [*CHROMIUM, f"--user-data-dir={profile / 'data'}", copy.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=120)
    title = BeautifulSoup(shown.stdout, "html.parser").find("title")
    return "" if title is None else title.get_text()


@pytest.mark.browser
@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs Chromium")
class TestInABrowser:
    @pytest.mark.parametrize("student", [a.student for a in ATTACKS.values() if a.kind == "feedback"])
    def test_no_script_of_a_student_runs(self, student: str, usual: Battle, tmp_path: Path) -> None:
        assert title_in_a_browser(page_of(usual, student), tmp_path) == NOTEBOOK

    @pytest.mark.parametrize(
        "evil", ["<script>{}</script>", '<img src=x onerror="{}">', '<a href="javascript:{}">x</a>']
    )
    def test_the_browser_would_show_it(self, evil: str, usual: Battle, tmp_path: Path) -> None:
        (tmp_path / "evil").mkdir()
        page = tmp_path / "evil" / "page.html"
        script = evil.format("document.title='HACKED'")
        page.write_text(page_of(usual, HONEST).read_text().replace("</body>", f"{script}</body>"))
        assert title_in_a_browser(page, tmp_path / "evil") != NOTEBOOK

    def test_by_its_policy_no_page_runs_anything(self, usual: Battle, tmp_path: Path) -> None:
        page = tmp_path / "page.html"
        script = "<script>document.title='HACKED'</script>"
        page.write_text(page_of(usual, HONEST).read_text().replace("</body>", f"{script}</body>"))
        shown = subprocess.run(
            [*CHROMIUM, f"--user-data-dir={tmp_path / 'data'}", page.as_uri()],
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert f"<title>{NOTEBOOK}</title>" in shown.stdout


def test_nothing_unseen_is_shown(attack: Attack, battle: Battle) -> None:
    for path, data in artefacts(battle, attack.student).items():
        if path.suffix == ".html":
            assert UNSEEN.search(data.decode()) is None, path
        elif path.suffix in (".ipynb", ".json"):
            assert UNSEEN.search("".join(_strings(json.loads(data)))) is None, path


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in items for text in _strings(item)]


def test_what_is_written_about_it_is_not_too_long(attack: Attack, battle: Battle) -> None:
    honest = sum(len(data) for data in artefacts(battle, HONEST).values())
    sizes = sum(len(data) for path, data in artefacts(battle, attack.student).items() if path.suffix != ".evidence")
    assert sizes < honest + 20 * 2**20  # a notebook may have 16 MiB
