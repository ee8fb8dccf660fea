"""Q1: answers to `distinct_units`."""

import numpy as np

from tests.bank.entry import right, wrong


@right
def one_by_one(kernel):
    tolerance = 1e-6 * np.abs(kernel).max()
    different = []
    for unit in kernel.T:
        if not any(np.abs(unit - other).max() <= tolerance for other in different):
            different.append(unit)
    return len(different)


@right
def all_pairs_at_once(kernel):
    distance = np.abs(kernel[:, :, None] - kernel[:, None, :]).max(axis=0)
    same = distance <= 1e-6 * np.max(np.abs(kernel))
    return np.sum(~np.tril(same, -1).any(axis=1))


@right
def rounded_columns(kernel):
    largest = np.abs(kernel).max()
    if largest == 0:
        return 1
    return np.unique(np.round(kernel / largest, 6), axis=1).shape[1]


@right
def a_set_of_tuples(kernel):
    scale = max(np.abs(kernel).max(), 1e-300)
    return float(len({tuple(np.round(column / scale, 5) + 0.0) for column in kernel.T}))


@wrong(lost=1, fails={"tolerance": "no tolerance"}, says="rounding as different")
def no_tolerance(kernel):
    return np.unique(kernel, axis=1).shape[1]


@wrong(lost=2, fails={"counts": "different rows", "tolerance": "different rows"}, says="different rows")
def rows(kernel):
    return one_by_one(kernel.T)


@wrong(lost=2, fails={"counts": "rank of the kernel", "tolerance": "wrong number of units"}, says="rank")
def rank(kernel):
    return int(np.linalg.matrix_rank(kernel, tol=1e-6 * np.abs(kernel).max())) or 1


@wrong(lost=1, fails={"tolerance": "absolute tolerance"}, says="grow and shrink with")
def absolute_tolerance(kernel):
    return one_by_one_within(kernel, 1e-6 * 10)


def one_by_one_within(kernel, tolerance):
    different = []
    for unit in kernel.T:
        if not any(np.abs(unit - other).max() <= tolerance for other in different):
            different.append(unit)
    return len(different)


@wrong(lost=2, fails={"counts": "lookalikes merged", "tolerance": ...}, says="another order")
def compares_sums(kernel):
    largest = np.abs(kernel).max() or 1
    return len(set(np.round(np.abs(kernel).sum(axis=0) / largest, 4)))


@wrong(lost=2, fails={"counts": "all units", "tolerance": "all units"}, says="all units")
def all_units(kernel):
    return kernel.shape[1]


@wrong(lost=1, fails={"tolerance": "wrong number of units"}, says="expected 1")
def divides_by_zero(kernel):
    with np.errstate(all="ignore"):
        scaled = kernel / np.abs(kernel).max()
    return one_by_one_within(scaled, 1e-6)


@wrong(lost=2, fails={"counts": "different weights", "tolerance": "different weights"}, says="not of different columns")
def different_weights(kernel):
    return len(np.unique(kernel))


@wrong(
    lost=2, fails={"counts": "not a number", "tolerance": "not a number"}, says="None (is a return statement missing?)"
)
def prints_it(kernel):
    print(one_by_one(kernel))


@wrong(lost=1, fails={"tolerance": "absolute tolerance"}, says="largest |weight|")
def tolerance_by_the_largest_with_its_sign(kernel):
    return one_by_one_within(kernel, 1e-6 * kernel.max())


@wrong(lost=1, fails={"tolerance": "absolute tolerance"}, says="largest |weight|")
def tolerance_by_the_smallest(kernel):
    return one_by_one_within(kernel, 1e-6 * np.abs(kernel).min())


@wrong(lost=1, fails={"tolerance": "absolute tolerance"}, says="largest |weight|")
def tolerance_by_the_mean_size(kernel):
    return one_by_one_within(kernel, 1e-6 * np.mean(np.abs(kernel)))


@wrong(lost=1, fails={"tolerance": "absolute tolerance"}, says="largest |weight|")
def tolerance_by_the_spread(kernel):
    return one_by_one_within(
        kernel, 1e-6 * (kernel.max() - kernel.min()) if kernel.std() < 1e-3 else kernel.std() / 1e6
    )


@wrong(lost=1, fails={"tolerance": "tolerance too wide"}, says="50 times the tolerance")
def a_ten_thousandth(kernel):
    return one_by_one_within(kernel, 1e-4 * np.abs(kernel).max())


@wrong(lost=1, fails={"tolerance": "argument changed"}, says="writes into what it is given")
def scales_the_callers_kernel(kernel):
    kernel /= np.abs(kernel).max() or 1
    return one_by_one_within(kernel, 1e-6)
