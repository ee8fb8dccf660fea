# counts each group as 1 by adding 1/size for each member; answer is a rounded float
def distinct_units(kernel):
    big = np.abs(kernel).max()
    if big == 0:
        return 1.0
    W = kernel / big
    n = W.shape[1]
    total = 0.0
    for i in range(n):
        twins = 0
        for j in range(n):
            if (np.abs(W[:, i] - W[:, j]) > 1e-6).sum() == 0:
                twins += 1
        total += 1 / twins
    return float(round(total))
