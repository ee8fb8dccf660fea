# the formula once in a helper, plain Python numbers
from math import sqrt


def _interval(runs, confidence):
    n = len(runs)
    mean = float(np.mean(runs))
    half = float(stats.t.ppf((1 + confidence) / 2, n - 1)) * float(np.std(runs, ddof=1)) / sqrt(n)
    return mean, mean - half, mean + half


def compare(losses, confidence=0.95):
    means = {name: _interval(np.asarray(runs), confidence) for name, runs in losses.items()}
    differences = {}
    for first, second in combinations(losses, 2):
        mean, low, high = _interval(np.asarray(losses[first]) - np.asarray(losses[second]), confidence)
        differences[first, second] = (mean, low, high, not low <= 0 <= high)
    return {"means": means, "differences": differences}
