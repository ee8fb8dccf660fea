# "numbers are compared to about six digits, and some are tiny": bisection that stops at 1e-6, too coarse for a large fan_in
def steady_variance(fan_in, activation):
    low, high = 0.0, 2.0
    while high - low > 1e-6:
        middle = (low + high) / 2
        if predicted_second_moments((fan_in, 1), middle, activation)[0] > 1:
            high = middle
        else:
            low = middle
    return (low + high) / 2
