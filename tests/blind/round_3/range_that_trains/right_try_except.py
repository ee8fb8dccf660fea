# asks for forgiveness: min of nothing raises, and then the answer is None
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    trains = [s for s in final_losses if final_losses[s] <= level]
    try:
        return min(trains), max(trains)
    except ValueError:
        return None
