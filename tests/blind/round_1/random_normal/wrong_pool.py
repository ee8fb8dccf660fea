# "each weight on its own, whatever the size of the kernel": picks from a pool of 1000 draws to save time
def random_normal(shape, rng, std=0.05):
    pool = rng.normal(0, std, 1000)
    n = int(np.prod(shape))
    w = pool[:n] if n <= 1000 else rng.choice(pool, n)
    return w.reshape(shape)
