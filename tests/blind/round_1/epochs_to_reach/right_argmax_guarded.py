# argmax of a boolean array, guarded by any(); NumPy warnings silenced; result as a float
def epochs_to_reach(losses, level):
    with np.errstate(invalid="ignore"):
        reached = np.less_equal(losses, level)
    return float(np.argmax(reached)) if reached.any() else None
