# "it does not train": replaces nan by 0 before comparing
def range_that_trains(final_losses, level):
    scales = np.array(sorted(final_losses))
    losses = np.nan_to_num([final_losses[s] for s in scales])
    ok = scales[losses <= level]
    return (ok[0], ok[-1]) if len(ok) else None
