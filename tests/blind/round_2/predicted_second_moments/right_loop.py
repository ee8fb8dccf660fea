# plain loop with q
def predicted_second_moments(widths, weight_variance, activation):
    q = 1.0
    answer = []
    for fan_in in widths[:-1]:
        q = fan_in * weight_variance * q
        if activation == "relu":
            q = q / 2
        answer.append(q)
    return np.array(answer)
