# breaks "the smallest and the largest scale that train": starts from 1 and 0, so scales above 1 give a wrong smallest
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    smallest, largest, found = 1.0, 0.0, False
    for scale, loss in final_losses.items():
        if loss <= level:
            found = True
            smallest = min(smallest, scale)
            largest = max(largest, scale)
    return (smallest, largest) if found else None
