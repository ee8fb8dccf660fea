# Python's statistics module and scipy.special.stdtrit, index loops, abs(mean) > half
from math import sqrt
from statistics import fmean, stdev

from scipy.special import stdtrit


def compare(losses, confidence=0.95):
    names = tuple(losses.keys())
    means, differences = {}, {}
    for i in range(len(names)):
        x = [float(v) for v in losses[names[i]]]
        t = float(stdtrit(len(x) - 1, 0.5 + confidence / 2))
        h = t * stdev(x) / sqrt(len(x))
        means[names[i]] = (fmean(x), fmean(x) - h, fmean(x) + h)
        for j in range(i + 1, len(names)):
            d = [float(a) - float(b) for a, b in zip(losses[names[i]], losses[names[j]], strict=True)]
            h = t * stdev(d) / sqrt(len(d))
            differences[(names[i], names[j])] = (fmean(d), fmean(d) - h, fmean(d) + h, abs(fmean(d)) > h)
    return {"means": means, "differences": differences}
