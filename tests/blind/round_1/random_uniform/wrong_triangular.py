# "all values between -a and a are equally frequent": mean of two uniform draws, a triangle
def random_uniform(shape, rng, limit=0.05):
    return (rng.uniform(-limit, limit, shape) + rng.uniform(-limit, limit, shape)) / 2
