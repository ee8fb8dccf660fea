# q is proportional to v: divides 1 by the prediction for v = 1
def steady_variance(fan_in, activation):
    (q,) = predicted_second_moments((fan_in, 1), 1.0, activation)
    return 1 / q
