# "the smallest and the largest scale that train": the search starts at 1 and 0, wrong if all that train are above 1
def range_that_trains(final_losses, level):
    smallest, largest = 1.0, 0.0
    found = False
    for scale, loss in final_losses.items():
        if loss <= level:
            found = True
            smallest = min(smallest, scale)
            largest = max(largest, scale)
    return (smallest, largest) if found else None
