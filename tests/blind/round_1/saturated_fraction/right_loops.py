# pure Python double loops and counters
def saturated_fraction(activations, kind):
    samples, units = len(activations), len(activations[0])
    hits = 0
    if kind == "relu":
        for j in range(units):
            dead = True
            for i in range(samples):
                if activations[i][j] != 0:
                    dead = False
                    break
            hits += dead
        return hits / units
    lowest = -0.99 if kind == "tanh" else 0.01
    for row in activations:
        for value in row:
            if value > 0.99 or value < lowest:
                hits += 1
    return hits / (samples * units)
