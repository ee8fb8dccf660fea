# greedy loop, keeps a list of representatives, pure Python comparisons
def distinct_units(kernel):
    limit = 1e-6 * max(abs(float(w)) for row in kernel for w in row)
    found = []
    for unit in zip(*kernel.tolist()):
        for other in found:
            if all(abs(a - b) <= limit for a, b in zip(unit, other)):
                break
        else:
            found.append(unit)
    return len(found)
