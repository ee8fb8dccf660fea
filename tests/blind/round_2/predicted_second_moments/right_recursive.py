# recursion from the back; scale of the input passed on; tuple of numbers turned into an array
def predicted_second_moments(widths, weight_variance, activation):
    def after(layer):
        if layer == 0:
            return 1.0
        mean_z2 = widths[layer - 1] * weight_variance * after(layer - 1)
        return mean_z2 / 2 if activation == "relu" else mean_z2

    return np.array(tuple(after(layer) for layer in range(1, len(widths))))
