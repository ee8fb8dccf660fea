# pure Python (statistics module, math) apart from the quantile; namedtuples; real if the signs of both ends agree
import math
import statistics
from collections import namedtuple

Interval = namedtuple("Interval", "mean low high")
Difference = namedtuple("Difference", "mean low high real")


def student(values, confidence):
    values = [float(v) for v in values]
    mean = math.fsum(values) / len(values)
    if min(values) == max(values):
        return Interval(mean, mean, mean)
    t = stats.t(len(values) - 1).isf((1 - confidence) / 2)
    half = float(t) * statistics.stdev(values) / math.sqrt(len(values))
    return Interval(mean, mean - half, mean + half)


def compare(losses, confidence=0.95):
    """Means with Student's t intervals, and paired differences with theirs."""
    differences = {}
    for a, b in combinations(losses, 2):
        found = student([x - y for x, y in zip(losses[a], losses[b])], confidence)
        differences[a, b] = Difference(*found, real=found.low * found.high > 0)
    return {"means": {a: student(losses[a], confidence) for a in losses}, "differences": differences}
