"""The calibration command: what it grades, how it counts, and that other courses' tests are restated rightly."""

import math

import numpy as np
import pytest

from tests import anchors, calibrate, power_picture
from tests.bank.initializers.entry import correct_entries, wrong_entries


class TestCalibration:
    def test_gradings_are_shared_by_all_right_entries_and_secrets_by_all_wrong_ones(self):
        per_entry: dict[tuple[str, int], int] = {}
        for task in calibrate.tasks(gradings=10_000, secrets=60):
            per_entry[task.kind, task.index] = per_entry.get((task.kind, task.index), 0) + len(task.secrets)
        right = [count for (kind, _), count in per_entry.items() if kind == "correct"]
        wrong = [count for (kind, _), count in per_entry.items() if kind == "wrong"]
        assert len(right) == len(correct_entries()) and sum(right) >= 10_000
        assert wrong == [60] * len(wrong_entries())

    @pytest.mark.parametrize("kind", ["correct", "wrong"])
    def test_a_tally_counts_what_the_entry_asks_for(self, kind):
        tally = calibrate.grade(calibrate.Task(kind, 0, range(3)))
        assert (tally.gradings, tally.exact, tally.named, tally.misnamed) == (3, 3, 3, 0)
        assert tally.full == (3 if kind == "correct" else 0)

    def test_no_failure_in_many_gradings_is_still_an_interval(self):
        """Exact: the upper bound for 0 of n at 99 % (two-sided) is 1 - 0.005^(1/n)."""
        assert f"{1 - 0.005 ** (1 / 100_000):.2g}" in calibrate.rate(0, 100_000)

    def test_report_has_the_rates_and_the_entries(self):
        keys = [("correct", 0), ("wrong", 0)]
        tallies = {key: calibrate.grade(calibrate.Task(*key, range(1))) for key in keys}
        assert "0 of 1 " in calibrate.summary(tallies)
        assert str(wrong_entries()[0]) in calibrate.details(tallies)

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
