# "The input has q = 1 and is not part of the answer": it is the first entry
def predicted_second_moments(widths, weight_variance, activation):
    q = [1.0]
    for n in widths[:-1]:
        q.append(q[-1] * n * weight_variance * (0.5 if activation == "relu" else 1.0))
    return np.array(q)
