# "2 / (fan_in + fan_out)": fan_out is taken as the number of output channels, wrong for convolutions
def xavier_normal(shape, rng):
    fan_in = np.prod(shape[:-1])
    fan_out = shape[-1]
    return rng.normal(0.0, np.sqrt(2.0 / (fan_in + fan_out)), size=shape)
