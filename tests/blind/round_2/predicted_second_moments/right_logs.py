# sums of logarithms
def predicted_second_moments(widths, weight_variance, activation):
    with np.errstate(divide="ignore"):
        log_factor = np.log(np.array(widths, dtype=np.float64)[:-1]) + np.log(np.float64(weight_variance))
    if activation == "relu":
        log_factor -= np.log(2)
    return np.exp(np.add.accumulate(log_factor))
