# pure Python with the statistics module; lists in place of tuples as values' parts are built, then tuples
import statistics


def compare(losses, confidence=0.95):
    runs = {name: [float(v) for v in values] for name, values in losses.items()}
    n = len(next(iter(runs.values())))
    t = -stats.t.ppf((1 - confidence) / 2, df=n - 1)  # the law is symmetric

    def summary(values):
        centre = statistics.fmean(values)
        error = statistics.stdev(values) / n**0.5
        return [centre, centre - t * error, centre + t * error]

    out = {"means": {}, "differences": {}}
    for name, values in runs.items():
        out["means"][name] = tuple(summary(values))
    for (first, x), (second, y) in combinations(runs.items(), 2):
        m, lo, hi = summary([p - q for p, q in zip(x, y)])
        out["differences"][(first, second)] = (m, lo, hi, lo > 0 or hi < 0)
    return out
