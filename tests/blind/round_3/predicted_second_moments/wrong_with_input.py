# "The input has q = 1 and is not part of the answer": it stands first in it
def predicted_second_moments(widths, weight_variance, activation):
    out = [1.0]
    for n in widths[:-1]:
        out.append(out[-1] * n * weight_variance * (0.5 if activation == "relu" else 1))
    return np.array(out)
