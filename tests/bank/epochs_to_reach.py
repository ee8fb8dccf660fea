"""Q1: answers to `epochs_to_reach`."""

import math

import numpy as np

from tests.bank.entry import right, wrong


@right
def loop(losses, level):
    for epoch, loss in enumerate(losses):
        if loss <= level:
            return epoch
    return None


@right
def flatnonzero(losses, level):
    reached = np.flatnonzero(losses <= level)
    return reached[0] if reached.size else None


@right
def argmax_with_care(losses, level):
    low = np.asarray(losses) <= level
    return int(np.argmax(low)) if low.any() else None


@right
def while_loop(losses, level):
    epoch = 0
    while epoch < len(losses):
        if losses[epoch] <= level:
            return float(epoch)
        epoch += 1


@wrong(lost=0.5, fails={"never": "number though never reached"}, says="should be None")
def argmax(losses, level):
    return int(np.argmax(losses <= level))


@wrong(lost=2, fails={"first": "counted from one", "exactly": "exclusive level"}, says="losses[0] is before training")
def counts_from_one(losses, level):
    found = loop(losses, level)
    return None if found is None else found + 1


@wrong(lost=0.5, fails={"exactly": "exclusive level"}, says="exactly at the level counts")
def strictly_below(losses, level):
    below = np.flatnonzero(losses < level)
    return int(below[0]) if below.size else None


@wrong(lost=2, fails={"first": "lowest loss", "exactly": "lowest loss"}, says="lowest loss")
def lowest(losses, level):
    return int(np.nanargmin(losses)) if np.nanmin(losses) <= level else None


@wrong(lost=1.5, fails={"first": "counted epochs"}, says="may rise again")
def counts_those_above(losses, level):
    above = int(np.sum(losses > level))
    return above if above < len(losses) and not np.isnan(losses).any() else None


@wrong(lost=0.5, fails={"never": "number though never reached"}, says="should be None")
def number_of_epochs_if_never(losses, level):
    found = loop(losses, level)
    return len(losses) - 1 if found is None else found


@wrong(lost=0.5, fails={"never": "number though never reached"}, says="should be None")
def minus_one_if_never(losses, level):
    found = loop(losses, level)
    return -1 if found is None else found


@wrong(lost=1.5, fails={"first": "start left out"}, says="Epoch 0")
def forgets_the_start(losses, level):
    return next((epoch for epoch in range(1, len(losses)) if losses[epoch] <= level), None)


@wrong(lost=2, fails={"first": "last epoch below", "exactly": "last epoch below"}, says="last epoch below")
def last_one(losses, level):
    reached = np.flatnonzero(losses <= level)
    return int(reached[-1]) if reached.size else None


@wrong(lost=2, fails={"first": "None though reached", "exactly": "None though reached"}, says="is None")
def never_returns(losses, level):
    for epoch, loss in enumerate(losses):
        if loss <= level:
            print(epoch)


@wrong(lost=1.5, fails={"first": "None though reached"}, says="reaches the level at epoch")
def last_epoch_not_looked_at(losses, level):
    return loop(losses[:-1], level)


@wrong(lost=1.5, fails={"first": "None though reached"}, says="reaches the level at epoch")
def one_step_too_few(losses, level):
    for epoch in range(len(losses) - 1):
        if losses[epoch] <= level:
            return epoch


@right
def inf_for_nan_in_a_copy(losses, level):
    clean = np.where(np.isnan(losses), np.inf, losses)
    for epoch in range(len(clean)):
        if clean[epoch] - level <= 0:
            return epoch
    return None


@wrong(lost=0.5, fails={"never": "nan not counted"}, says="whose loss is nan count too")
def numbers_the_finite_ones(losses, level):
    return loop([loss for loss in losses if np.isfinite(loss) or loss > 0], level)


@wrong(lost=0.5, fails={"never": "nan hides the others"}, says="Other losses of this training are nan")
def gives_up_at_the_first_nan(losses, level):
    for epoch, loss in enumerate(losses):
        if np.isnan(loss):
            return None
        if loss <= level:
            return epoch


@wrong(lost=0.5, fails={"never": "nan hides the others"}, says="Other losses of this training are nan")
def asks_the_sorted_losses_first(losses, level):
    return loop(losses, level) if np.sort(losses)[-1] <= np.inf and min(losses) <= level else None


@wrong(lost=0.5, fails={"never": "number though never reached"}, says="should be None")
def not_above_for_at_or_below(losses, level):
    return next((epoch for epoch, loss in enumerate(losses) if not loss > level), None)


@wrong(lost=0.5, fails={"never": "nan taken for low"}, says="Its loss is nan")
def zero_for_nan_where_some_reach(losses, level):
    return None if loop(losses, level) is None else loop(np.nan_to_num(losses), level)


@wrong(lost=0.5, fails={"exactly": "nearly is enough"}, says="if only by a little")
def close_to_the_level_by_math(losses, level):
    return next((e for e, loss in enumerate(losses) if loss < level or math.isclose(loss, level)), None)


@wrong(lost=0.5, fails={"exactly": "nearly is enough"}, says="if only by a little")
def close_to_the_level_by_numpy(losses, level):
    reached = (losses < level) | np.isclose(losses, level)
    return int(np.argmax(reached)) if reached.any() else None


@wrong(lost=0.5, fails={"exactly": "nearly is enough"}, says="if only by a little")
def rounded_to_nine_digits(losses, level):
    return loop([round(float(loss), 9) for loss in losses], round(level, 9))


@wrong(lost=0.5, fails={"exactly": "nearly is not enough"}, says="however little")
def at_or_clearly_below(losses, level):
    return next((e for e, loss in enumerate(losses) if loss == level or loss < level - 1e-9), None)


@wrong(lost=0.5, fails={"never": "argument changed"}, says="writes into what it is given")
def cleans_the_callers_losses(losses, level):
    np.nan_to_num(losses, copy=False, nan=np.inf)
    return loop(losses, level)


@wrong(lost=0.5, fails={"never": "argument changed"}, says="writes into what it is given")
def subtracts_in_place(losses, level):
    losses -= level
    return loop(losses, 0)
