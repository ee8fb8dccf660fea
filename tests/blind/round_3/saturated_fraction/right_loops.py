# pure Python loops and counters
def saturated_fraction(activations, kind):
    samples, units = np.shape(activations)
    count = 0
    for j in range(units):
        if kind == "relu":
            alive = False
            for i in range(samples):
                if activations[i][j] != 0:
                    alive = True
                    break
            count += not alive
            continue
        low = -0.99 if kind == "tanh" else 0.01
        for i in range(samples):
            if activations[i][j] > 0.99 or activations[i][j] < low:
                count += 1
    return count / (units if kind == "relu" else samples * units)
