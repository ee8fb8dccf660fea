# "the smallest and the largest scale": the scales of the lowest and of the highest loss that still trains
def range_that_trains(final_losses, level):
    ok = {s: l for s, l in final_losses.items() if l <= level}
    if not ok:
        return None
    best, worst = min(ok, key=ok.get), max(ok, key=ok.get)
    return (best, worst) if best < worst else (worst, best)
