# plain loops: keeps a list of representatives, no NumPy comparison of whole tables
def distinct_units(kernel):
    fan_in, fan_out = kernel.shape
    biggest = max(abs(float(w)) for row in kernel for w in row)
    tol = 1e-6 * biggest
    found = []
    for j in range(fan_out):
        for k in found:
            if all(abs(float(kernel[i, j]) - float(kernel[i, k])) <= tol for i in range(fan_in)):
                break
        else:
            found.append(j)
    return len(found)
