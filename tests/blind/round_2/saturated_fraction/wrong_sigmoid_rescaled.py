# "below 0.01" for sigmoid: stretches sigmoid to -1..1 and takes the limits of tanh, which are 0.995 and 0.005 before
def saturated_fraction(activations, kind):
    if kind == "relu":
        return (activations == 0).all(axis=0).mean()
    stretched = 2 * activations - 1 if kind == "sigmoid" else activations
    return (np.abs(stretched) > 0.99).mean()
