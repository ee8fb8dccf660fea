# one over what the own prediction gives for a variance of 1 (q is proportional to v)
def steady_variance(fan_in, activation):
    return 1 / predicted_second_moments((fan_in, 1), 1.0, activation)[0]
