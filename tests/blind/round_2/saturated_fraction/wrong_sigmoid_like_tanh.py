# "sigmoid: above 0.99 or below 0.01": the limits of tanh for both
def saturated_fraction(activations, kind):
    if kind in ("tanh", "sigmoid"):
        return np.mean((activations > 0.99) | (activations < -0.99))
    return np.mean((activations == 0).all(axis=0))
