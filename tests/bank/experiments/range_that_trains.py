"""Q5: answers to `range_that_trains`."""

import math

import numpy as np

from tests.bank.experiments.entry import right, wrong


@right
def as_in_the_solution(final_losses, level):
    good = [scale for scale, loss in final_losses.items() if loss <= level]
    return (min(good), max(good)) if good else None


@right
def sorted_first(final_losses, level):
    smallest = largest = None
    for scale in sorted(final_losses):
        if final_losses[scale] <= level:
            smallest = scale if smallest is None else smallest
            largest = scale
    return None if smallest is None else [smallest, largest]


@right
def with_arrays(final_losses, level):
    scales, losses = np.array(list(final_losses)), np.array(list(final_losses.values()))
    good = scales[np.isfinite(losses) & (losses <= level)]
    return np.array([good.min(), good.max()]) if good.size else None


@wrong(fails=["test_edges"], says="equal to the level")
def exclusive_level(final_losses, level):
    good = [scale for scale, loss in final_losses.items() if loss < level]
    return (min(good), max(good)) if good else None


@wrong(fails=["test_edges"], says="raised ValueError")
def never_reached_case_forgotten(final_losses, level):
    good = [scale for scale, loss in final_losses.items() if loss <= level]
    return min(good), max(good)


@wrong(fails=["test_edges"], says="should be None")
def nan_when_none_trains(final_losses, level):
    good = [scale for scale, loss in final_losses.items() if loss <= level]
    return (min(good), max(good)) if good else (math.nan, math.nan)


@wrong(fails=["test_range", "test_edges"], says="NaN counts as trained")
def nan_counts_as_trained(final_losses, level):
    good = [scale for scale, loss in final_losses.items() if not loss > level]
    return (min(good), max(good)) if good else None


@wrong(fails=["test_range", "test_edges"], says="losses, not scales")
def losses_for_scales(final_losses, level):
    good = [loss for loss in final_losses.values() if loss <= level]
    return (min(good), max(good)) if good else None


@wrong(fails=["test_range", "test_edges"], says="order given")
def first_and_last_in_the_order_given(final_losses, level):
    good = [scale for scale, loss in final_losses.items() if loss <= level]
    return (good[0], good[-1]) if good else None


@wrong(fails=["test_range", "test_edges"], says="all scales")
def all_scales(final_losses, level):
    return min(final_losses), max(final_losses)


@wrong(fails=["test_range", "test_edges"], says="pair")
def one_number(final_losses, level):
    return min(final_losses, key=lambda scale: final_losses[scale])
