# "fan_in · v · q": uses the units of the layer itself (right if all widths are equal)
def predicted_second_moments(widths, weight_variance, activation):
    q, out = 1.0, []
    for fan_out in widths[1:]:
        q *= fan_out * weight_variance * (0.5 if activation == "relu" else 1.0)
        out.append(q)
    return np.array(out)
