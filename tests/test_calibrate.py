"""The calibration command: what it grades, how it counts, and that other courses' tests are restated rightly."""

import math

import numpy as np
import pytest

from tests import anchors, calibrate, power_picture
from tests.bank.entry import INITIALIZERS, Entry, entries, entries_of, functions
from tests.bank.local import Outcome, difference, graders
from tests.calibrate import REFERENCE, RELEASE, Tally, Task

FUNCTIONS = [
    pytest.param(name, marks=pytest.mark.slow if grader.notebook != "part1_understanding" else ())
    for name, grader in graders().items()
]


class TestGradings:
    @pytest.mark.parametrize("function", FUNCTIONS)
    @pytest.mark.parametrize(("name", "full"), [(REFERENCE, True), (RELEASE, False)])
    def test_the_reference_gets_full_points_and_the_release_none(self, function, name, full):
        tally = calibrate.grade(Task(function, name, range(1)))
        assert (tally.full, tally.exact, tally.surprises) == (int(full), 1, ())
        assert tally.entry.right is full and not tally.in_bank

    @pytest.mark.slow
    def test_all_is_graded_at_as_many_secrets_as_asked_for(self):
        counts: dict[tuple[str, str], int] = {}
        for task in calibrate.tasks(gradings=10_000, secrets=60, bank_secrets=12):
            counts[task.function, task.name] = counts.get((task.function, task.name), 0) + len(task.secrets)
        assert {function for function, _ in counts} == set(graders()) == set(functions())
        assert all(counts[function, REFERENCE] == 60 and counts[function, RELEASE] == 12 for function in graders())
        drawn = [(counts[e.function, e.name], e.right) for e in entries(INITIALIZERS)]
        assert sum(count for count, right in drawn if right) >= 10_000
        assert {count for count, right in drawn if not right} == {60}
        others = [counts[e.function, e.name] for e in entries() if e.function not in INITIALIZERS]
        assert set(others) == {12} and len(others) >= 21 * 9

    @pytest.mark.parametrize("right", [True, False])
    def test_a_tally_counts_what_the_entry_asks_for(self, right):
        entry = next(entry for entry in entries_of("fans") if entry.right is right)
        tally = calibrate.grade(Task("fans", entry.name, range(3)))
        assert (tally.gradings, tally.exact, tally.points, tally.named, tally.misnamed) == (3, 3, 3, 3, 0)
        assert tally.full == (3 if right else 0)

    def test_a_tally_counts_what_differs(self, monkeypatch):
        stated = Entry("fans", "swapped", lambda shape: shape[::-1], lost=1, fails={"dense": "no fans"})
        monkeypatch.setattr(calibrate, "answer", lambda function, name: stated)
        tally = calibrate.grade(Task("fans", "swapped", range(2)))
        assert (tally.gradings, tally.exact, tally.points, tally.named, tally.misnamed) == (2, 0, 0, 0, 2)
        assert len(tally.surprises) == 2 and "secret 1: lost 2 by" in tally.surprises[1]


FAILED = Outcome(0.5, {"one": "doubled"}, frozenset({"two"}), frozenset(), ("It is twice as large.",))
BROKEN = Outcome(0.5, {}, frozenset(), frozenset({"one"}), ())


@pytest.mark.parametrize(
    ("stated", "outcome", "words"),
    [
        ({"lost": 0.5, "fails": {"one": "doubled"}, "says": "twice"}, FAILED, ""),
        ({"lost": ..., "fails": {"one": ...}}, FAILED, ""),
        ({"lost": ..., "fails": {"one": "doubled", "three": ...}}, FAILED, ""),
        ({"lost": ..., "fails": {"three": ...}}, FAILED, "should: ... by"),
        ({"lost": 0.5, "fails": {"one": "doubled"}, "says": "half"}, FAILED, "should hold: half"),
        ({"lost": 0.5, "fails": {"one": None}}, FAILED, "lost 0.5 by {'one': 'doubled'}; should: 0.5 by {'one': None}"),
        (
            {"lost": 0.5, "fails": {"one": "doubled", "two": "doubled"}},
            FAILED,
            "lost 0.5 by {'one': 'doubled'}; should",
        ),
        ({"lost": 1.0, "fails": {"one": "doubled"}}, FAILED, "should: 1 by"),
        ({}, FAILED, "should: 0 by {}"),
        ({}, BROKEN, "the grader itself failed in one"),
    ],
)
def test_a_difference_is_told_in_words(stated, outcome, words):
    found = difference(Entry("fans", "some", lambda shape: shape, **stated), outcome)
    assert words in found and bool(found) == bool(words)


class TestReport:
    def test_no_failure_in_many_gradings_is_still_an_interval(self):
        """Exact: the upper bound for 0 of n at 99 % (two-sided) is 1 - 0.005^(1/n)."""
        assert f"{1 - 0.005 ** (1 / 100_000):.2g}" in calibrate.interval(0, 100_000)

    def test_the_bound_is_exact_where_it_can_be_checked_by_hand(self):
        """None of n: the rate at which that happens with probability 5 %, (1 - p)^n = .05."""
        assert calibrate.upper(0, 200) == pytest.approx(1 - 0.05 ** (1 / 200))

    def test_it_has_the_rates_of_both_kinds_of_functions_and_the_entries(self):
        tallies = [
            calibrate.grade(Task(function, entry.name, range(1)))
            for function in ("fans", "steady_variance")
            for entry in (entries_of(function)[0], entries_of(function)[-1])
        ]
        text = calibrate.rates(tallies)
        assert text.count("0 of 1 ") == 6 and text.count("1 of 1 ") == 4  # nothing unknown, so two of "none"
        assert str(entries_of("fans")[-1]) in calibrate.details(tallies)

    def test_it_counts_and_lists_what_differs(self):
        tallies = [
            Tally("fans", REFERENCE, 2, exact=1, full=1, surprises=("secret 7: lost 1 by {}",)),
            Tally("fans", "exchanged", 1, exact=1),
        ]
        text = calibrate.by_function(tallies)
        assert "| `fans` | 1 of 2 (< 0.97) | none | none | 0 of 1 (< 0.95) | 1 of 3 (< 0.86) |" in text
        assert "- `fans`, reference, secret 7: lost 1 by {}" in text

    @pytest.mark.parametrize(("surprises", "code"), [((), 0), (("secret 0: lost 1 by {}",), 1)])
    def test_the_command_fails_if_anything_differs(self, monkeypatch, tmp_path, surprises, code):
        tally = Tally("fans", REFERENCE, 1, exact=1 - code, full=1 - code, surprises=surprises)
        monkeypatch.setenv("OPENBLAS_NUM_THREADS", "1")
        monkeypatch.setattr(calibrate, "tasks", lambda gradings, secrets, bank_secrets: iter(()))
        monkeypatch.setattr(calibrate, "run", lambda todo, processes: [tally])
        monkeypatch.setattr(anchors, "table", lambda: "| test of |")
        monkeypatch.setattr(power_picture, "save", lambda path: None)
        assert calibrate.main(["--folder", str(tmp_path)]) == code
        assert "`fans`" in (tmp_path / "graders.md").read_text(encoding="utf-8")
        assert {path.name for path in tmp_path.iterdir()} == {"graders.md", "entries.md", "anchors.md"}

    def test_power_picture_is_drawn(self, tmp_path):
        power_picture.save(tmp_path / "power.png")
        assert (tmp_path / "power.png").read_bytes().startswith(b"\x89PNG")


def he(numerator, fan):
    return lambda shape, rng, **_: rng.normal(0, math.sqrt(numerator / fan(shape)), shape)


class TestAnchors:
    """What their documentation of weaknesses says, each as one implementation that shows it."""

    right = staticmethod(he(2, lambda shape: shape[0]))

    @pytest.mark.parametrize("anchor", anchors.ANCHORS, ids=lambda anchor: anchor.name)
    def test_the_reference_passes(self, anchor):
        for function in anchor.functions:
            assert anchor.passes(function, lambda shape, rng, f=function: reference(f, shape, rng), 3)

    def test_literal_floats_refuse_a_right_answer_drawn_in_another_order(self):
        def transposed(shape, rng):
            return self.right(shape[::-1], rng).T * math.sqrt(shape[1] / shape[0])

        assert not anchors.cmu("he_normal", transposed, 0)

    def test_two_over_fan_in_is_its_own_root_at_a_fan_in_of_two(self):
        def variance_as_std(shape, rng):
            return rng.normal(0, 2 / shape[0], shape)

        assert anchors.cmu("he_normal", variance_as_std, 0)

    def test_an_absolute_tenth_lets_fan_out_pass_on_a_nearly_square_kernel(self):
        assert all(anchors.keras("he_normal", he(2, lambda shape: shape[1]), seed) for seed in range(20))

    def test_an_absolute_hundredth_of_variance_lets_zeros_and_variance_as_std_pass(self):
        assert anchors.tensorflow("random_normal", lambda shape, rng: np.zeros(shape), 0)
        assert anchors.tensorflow("xavier_normal", lambda shape, rng: rng.normal(0, 2 / sum(shape), shape), 0)

    def test_ten_per_cent_of_few_weights_refuses_right_answers_now_and_then(self):
        runs = [anchors.cs231n("random_normal", lambda s, rng: rng.normal(0, 0.05, s), 7 * i) for i in range(2000)]
        assert 0.02 < 1 - sum(runs) / len(runs) < 0.05


def reference(function, shape, rng):
    law, kernel = anchors.LAWS[function], anchors.Kernel(shape)
    stated = law.stated(kernel)
    return rng.uniform(-stated, stated, shape) if law.family is anchors.UNIFORM else rng.normal(0, stated, shape)
