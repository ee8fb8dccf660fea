"""Q5: answers to `range_that_trains`."""

import math

import numpy as np

from tests.bank.entry import right, wrong


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


@wrong(lost=0.5, fails={"edges": "exclusive level"}, says="equal to the level")
def exclusive_level(final_losses, level):
    good = [scale for scale, loss in final_losses.items() if loss < level]
    return (min(good), max(good)) if good else None


@wrong(lost=0.5, fails={"edges": "raised"}, says="raised ValueError")
def never_reached_case_forgotten(final_losses, level):
    good = [scale for scale, loss in final_losses.items() if loss <= level]
    return min(good), max(good)


@wrong(lost=0.5, fails={"edges": "range though none trains"}, says="should be None")
def nan_when_none_trains(final_losses, level):
    good = [scale for scale, loss in final_losses.items() if loss <= level]
    return (min(good), max(good)) if good else (math.nan, math.nan)


@wrong(lost=1, fails={"range": "NaN counted as trained"}, says="NaN counts as trained")
def nan_counts_as_trained(final_losses, level):
    good = [scale for scale, loss in final_losses.items() if not loss > level]
    return (min(good), max(good)) if good else None


@wrong(lost=1, fails={"range": "losses, not scales"}, says="losses, not scales")
def losses_for_scales(final_losses, level):
    good = [loss for loss in final_losses.values() if loss <= level]
    return (min(good), max(good)) if good else None


@wrong(lost=1, fails={"range": "order of the table"}, says="order given")
def first_and_last_in_the_order_given(final_losses, level):
    good = [scale for scale, loss in final_losses.items() if loss <= level]
    return (good[0], good[-1]) if good else None


@wrong(lost=1, fails={"range": "all scales"}, says="all scales")
def all_scales(final_losses, level):
    return min(final_losses), max(final_losses)


@wrong(lost=1, fails={"range": "no pair of scales"}, says="pair")
def one_number(final_losses, level):
    return min(final_losses, key=lambda scale: final_losses[scale])


@wrong(lost=1, fails={"range": "begun at a number"}, says="none of the scales")
def largest_begins_at_one(final_losses, level):
    good = [scale for scale, loss in final_losses.items() if loss <= level]
    return (min(good), max(1.0, *good)) if good else None


@wrong(lost=1, fails={"range": "begun at a number"}, says="none of the scales")
def smallest_begins_at_a_million(final_losses, level):
    smallest, largest = 1e6, 0.0
    for scale, loss in final_losses.items():
        if loss <= level:
            smallest, largest = min(smallest, scale), max(largest, scale)
    return (smallest, largest) if largest else None


@wrong(lost=1, fails={"range": "stopped at a gap"}, says="stops at a scale that does not train")
def longest_piece(final_losses, level):
    pieces, piece = [], []
    for scale in sorted(final_losses):
        piece = [*piece, scale] if final_losses[scale] <= level else []
        pieces.append(piece)
    best = max(pieces, key=len)
    return (best[0], best[-1]) if best else None


@wrong(lost=1, fails={"range": "stopped at a gap"}, says="stops at a scale that does not train")
def from_the_largest_down_to_a_gap(final_losses, level):
    good = []
    for scale in sorted(final_losses, reverse=True):
        if final_losses[scale] <= level:
            good.append(scale)
        elif good:
            break
    return (good[-1], good[0]) if good else None


@wrong(lost=1, fails={"range": "wrong range"}, says="the answer should be")
def no_loss_taken_for_none(final_losses, level):
    good = [scale for scale, loss in final_losses.items() if loss and loss <= level]
    return (min(good), max(good)) if good else None
