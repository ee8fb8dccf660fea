# a list of units, each drawn on its own and stacked on the last axis; fan_in from the size of a unit
def lecun_normal(shape, rng):
    *window, units = shape
    columns = []
    for _ in range(units):
        column = rng.standard_normal(tuple(window))
        columns.append(column / np.sqrt(column.size))
    return np.stack(columns, axis=-1)
