# Keras's own way: redraw beyond two standard deviations of the inner law, whose std is divided by 0.87962566
def lecun_normal(shape, rng):
    std = np.sqrt(1 / fans(shape)[0]) / 0.87962566103423978
    flat = []
    while len(flat) < np.prod(shape):
        draws = rng.normal(0, std, int(np.prod(shape)))
        flat.extend(draws[np.abs(draws) <= 2 * std])
    return np.array(flat[: int(np.prod(shape))]).reshape(shape)
