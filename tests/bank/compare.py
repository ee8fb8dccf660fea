"""Q8: answers to `compare`, means and paired differences with their intervals."""

from itertools import combinations

import numpy as np
from scipy import stats

from tests.bank.entry import right, wrong


def _interval(values, confidence):
    values = np.asarray(values)
    half = stats.t.ppf((1 + confidence) / 2, len(values) - 1) * stats.sem(values)
    return values.mean(), values.mean() - half, values.mean() + half


def _tables(losses, confidence, interval=_interval, paired=None):
    """Both tables from a function for one interval, and perhaps another one for a pair."""
    paired = paired or (lambda a, b, confidence: interval(a - b, confidence))
    differences = {}
    for first, second in combinations(losses, 2):
        mean, low, high = paired(losses[first], losses[second], confidence)
        differences[first, second] = (mean, low, high, not low <= 0 <= high)
    return {"means": {k: interval(v, confidence) for k, v in losses.items()}, "differences": differences}


@right
def two_tables(losses, confidence=0.95):
    return _tables(losses, confidence)


@right
def scipys_own_interval(losses, confidence=0.95):
    def interval(values):
        mean, error = float(np.mean(values)), np.std(values, ddof=1) / len(values) ** 0.5
        if error == 0:
            return [mean, mean, mean]
        low, high = stats.t.interval(confidence, len(values) - 1, loc=mean, scale=error)
        return [mean, float(low), float(high)]

    names = list(losses)
    differences = {}
    for i, first in enumerate(names):
        for second in names[i + 1 :]:
            found = interval([x - y for x, y in zip(losses[first], losses[second], strict=True)])
            differences[first, second] = [*found, bool(found[1] > 0 or found[2] < 0)]
    return {"means": {name: interval(losses[name]) for name in names}, "differences": differences}


@right
def scipys_interval_also_for_equal_runs(losses, confidence=0.95):
    """Of runs that do not differ, whose scale is 0, SciPy gives the interval (nan, nan)."""

    def interval(values):
        low, high = stats.t.interval(confidence, len(values) - 1, loc=np.mean(values), scale=stats.sem(values))
        return np.mean(values), low, high

    differences = {}
    for first, second in combinations(losses, 2):
        mean, low, high = interval(np.subtract(losses[first], losses[second]))
        differences[first, second] = (mean, low, high, low > 0 or high < 0)
    return {"means": {name: interval(values) for name, values in losses.items()}, "differences": differences}


@right
def all_pairs_and_more_keys(losses, confidence=0.95):
    tables = _tables(losses, confidence)
    mirrored = {(b, a): (-m, -high, -low, real) for (a, b), (m, low, high, real) in tables["differences"].items()}
    means = {name: np.array(found) for name, found in tables["means"].items()}
    return {"means": means, "differences": tables["differences"] | mirrored, "confidence": confidence}


def _half(factor):
    """An interval function from its half width."""

    def interval(values, confidence):
        mean, half = np.mean(values), factor(np.asarray(values), confidence)
        return mean, mean - half, mean + half

    return interval


def _t(values, confidence):
    return stats.t.ppf((1 + confidence) / 2, len(values) - 1)


@wrong(
    lost=1,
    fails={"means": "number of runs left out", "differences": "number of runs left out"},
    says="the square root of the number of runs is missing",
)
def without_the_root_of_n(losses, confidence=0.95):
    return _tables(losses, confidence, _half(lambda v, c: _t(v, c) * v.std(ddof=1)))


@wrong(
    lost=1,
    fails={"means": "scatter of single runs", "differences": "scatter of single runs"},
    says="how far single runs scatter",
)
def standard_deviation(losses, confidence=0.95):
    return _tables(losses, confidence, _half(lambda v, c: v.std(ddof=1)))


@wrong(lost=1, fails={"means": "quantile left out", "differences": "quantile left out"}, says="one standard error")
def standard_error(losses, confidence=0.95):
    return _tables(losses, confidence, _half(lambda v, c: stats.sem(v)))


@wrong(
    lost=1,
    fails={"means": "normal law for Student's t", "differences": "normal law for Student's t"},
    says="take Student's t",
)
def normal_quantile(losses, confidence=0.95):
    return _tables(losses, confidence, _half(lambda v, c: 1.96 * stats.sem(v)))


@wrong(lost=1, fails={"means": "ddof left out", "differences": "ddof left out"}, says="`ddof`")
def numpys_default_deviation(losses, confidence=0.95):
    return _tables(losses, confidence, _half(lambda v, c: _t(v, c) * v.std() / len(v) ** 0.5))


@wrong(lost=1, fails={"means": "one-sided quantile", "differences": "one-sided quantile"}, says="one-sided quantile")
def one_sided(losses, confidence=0.95):
    return _tables(losses, confidence, _half(lambda v, c: stats.t.ppf(c, len(v) - 1) * stats.sem(v)))


@wrong(
    lost=1,
    fails={"means": "one degree of freedom too many", "differences": "one degree of freedom too many"},
    says="degrees of freedom",
)
def n_degrees_of_freedom(losses, confidence=0.95):
    return _tables(losses, confidence, _half(lambda v, c: stats.t.ppf((1 + c) / 2, len(v)) * stats.sem(v)))


@wrong(
    lost=1,
    fails={"means": "confidence ignored", "differences": "confidence ignored"},
    says="whatever `confidence` says",
)
def confidence_not_used(losses, confidence=0.95):
    return _tables(losses, 0.95)


@wrong(lost=1, fails={"means": "median", "differences": "median"}, says="It is the median")
def median(losses, confidence=0.95):
    def interval(values, confidence):
        _, low, high = _interval(values, confidence)
        return np.median(values), low, high

    return _tables(losses, confidence, interval)


@wrong(lost=0.5, fails={"differences": "pairs taken for two groups"}, says="as separate groups")
def unpaired(losses, confidence=0.95):
    def apart(a, b, confidence):
        mean, error = a.mean() - b.mean(), np.sqrt(stats.sem(a) ** 2 + stats.sem(b) ** 2)
        half = stats.t.ppf((1 + confidence) / 2, 2 * len(a) - 2) * error
        return mean, mean - half, mean + half

    return _tables(losses, confidence, paired=apart)


@wrong(lost=0.5, fails={"differences": "pairs taken for two groups"}, says="as separate groups")
def half_widths_added(losses, confidence=0.95):
    def apart(a, b, confidence):
        (first, low, _), (second, below, _) = _interval(a, confidence), _interval(b, confidence)
        half = first - low + second - below
        return first - second, first - second - half, first - second + half

    return _tables(losses, confidence, paired=apart)


@wrong(lost=0.5, fails={"differences": "sign reversed"}, says="the sign is turned round")
def second_minus_first(losses, confidence=0.95):
    return _tables(losses, confidence, paired=lambda a, b, confidence: _interval(b - a, confidence))


@wrong(lost=0.5, fails={"differences": "names of a pair reversed"}, says="the name that comes first")
def pairs_turned_round(losses, confidence=0.95):
    tables = _tables(losses, confidence)
    turned = {(b, a): (-m, -high, -low, real) for (a, b), (m, low, high, real) in tables["differences"].items()}
    return tables | {"differences": turned}


@wrong(lost=0.5, fails={"differences": "wrong verdict"}, says="yet `real` is")
def real_when_the_means_differ(losses, confidence=0.95):
    tables = _tables(losses, confidence)
    differences = {pair: (*found[:3], bool(found[0] != 0)) for pair, found in tables["differences"].items()}
    return tables | {"differences": differences}


@wrong(lost=0.5, fails={"differences": "wrong verdict"}, says="yet `real` is")
def real_when_the_intervals_of_the_means_are_apart(losses, confidence=0.95):
    tables = _tables(losses, confidence)
    means = tables["means"]
    differences = {
        (a, b): (*found[:3], bool(means[a][2] < means[b][1] or means[b][2] < means[a][1]))
        for (a, b), found in tables["differences"].items()
    }
    return tables | {"differences": differences}


@wrong(lost=0.5, fails={"differences": "missing entry"}, says="has no entry ('carla', 'dora')")
def keys_as_text(losses, confidence=0.95):
    tables = _tables(losses, confidence)
    return tables | {"differences": {f"{a} - {b}": found for (a, b), found in tables["differences"].items()}}


@wrong(lost=0.5, fails={"differences": "not finite"}, says="not a finite number")
def intervals_of_nan(losses, confidence=0.95):
    tables = _tables(losses, confidence)
    differences = {pair: (mean, np.nan, np.nan, real) for pair, (mean, *_, real) in tables["differences"].items()}
    return tables | {"differences": differences}


@wrong(lost=0.5, fails={"differences": "names of a pair reversed"}, says="the name that comes first")
def names_from_z_to_a(losses, confidence=0.95):
    return _tables(dict(sorted(losses.items(), reverse=True)), confidence)


@wrong(lost=0.5, fails={"differences": "names of a pair reversed"}, says="the name that comes first")
def best_initializer_first(losses, confidence=0.95):
    return _tables(dict(sorted(losses.items(), key=lambda item: item[1].mean())), confidence)


@wrong(lost=0.5, fails={"differences": "names of a pair reversed"}, says="the name that comes first")
def longest_name_first(losses, confidence=0.95):
    return _tables(dict(sorted(losses.items(), key=lambda item: -len(item[0]))), confidence)


@wrong(
    lost=1,
    fails={"means": "normal law for Student's t", "differences": "normal law for Student's t"},
    says="take Student's t",
)
def normal_law_from_thirty_runs_on(losses, confidence=0.95):
    def half(values, confidence):
        law = stats.norm() if len(values) >= 30 else stats.t(len(values) - 1)
        return law.ppf((1 + confidence) / 2) * stats.sem(values)

    return _tables(losses, confidence, _half(half))


@wrong(lost=1, fails={"means": "wrong interval", "differences": "wrong interval"}, says="Student's t interval reaches")
def quantile_of_a_printed_table(losses, confidence=0.95):
    """Confidences that a printed table has; any other is taken for the next one."""

    def half(values, confidence):
        nearest = min((0.8, 0.9, 0.95, 0.98, 0.99), key=lambda one: abs(one - confidence))
        return _t(values, nearest) * stats.sem(values)

    return _tables(losses, confidence, _half(half))
