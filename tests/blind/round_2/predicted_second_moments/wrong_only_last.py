# "after each layer": without the last layer (as if it were an output layer)
def predicted_second_moments(widths, weight_variance, activation):
    factor = weight_variance * (0.5 if activation == "relu" else 1.0)
    q = [1.0]
    for n in widths[:-2]:
        q.append(q[-1] * n * factor)
    return np.array(q[1:])
