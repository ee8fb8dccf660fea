"""Weights that were drawn, with the numbers that all checks on them ask for, each computed once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from autograder.labs.weight_initialization.catalogue import tells
from autograder.labs.weight_initialization.initializers.laws import Kernel, Law
from autograder.verdict.grader import Histogram, Wrong
from autograder.verdict.statistics import checks, samples
from autograder.verdict.statistics.sample_size import FOR_CENTRE, FOR_SPREAD
from autograder.verdict.statistics.samples import Groups

FEWEST = 50  # different numbers below which a kernel is not rounded, whatever its digits


@dataclass(frozen=True)
class Weights:
    """One kernel that was drawn, with what was asked for."""

    kernel: Kernel
    array: np.ndarray

    @cached_property
    def largest(self) -> float:
        """The largest magnitude, the unit of `values`; 1 if all are 0."""
        return max(float(self.array.max()), -float(self.array.min())) or 1.0

    @cached_property
    def values(self) -> np.ndarray:
        """All weights in float64 as parts of the largest, row after row: their squares overflow for no size."""
        return self.array.astype(np.float64).ravel() / self.largest

    @cached_property
    def total(self) -> float:
        """The sum of the values."""
        return float(np.sum(self.values))

    @cached_property
    def square(self) -> float:
        """The sum of the values' squares."""
        return float(np.dot(self.values, self.values))

    @property
    def matrix(self) -> np.ndarray:
        """The values as (inputs, outputs)."""
        return self.values.reshape(-1, self.array.shape[-1])

    @cached_property
    def distinct(self) -> float:
        """The part of its magnitudes that differ from each other."""
        return checks.distinct_part(self.array)

    @property
    def zeros(self) -> float:
        """The part of its weights that are exactly 0."""
        return 1 - np.count_nonzero(self.array) / self.array.size

    @cached_property
    def rounded(self) -> bool:
        """Whether repeats in it come from rounding."""
        values = self.array.astype(np.float64)
        return checks.is_rounded(values) and len(np.unique(values)) >= min(FEWEST, values.size / 2)

    @property
    def shows_few_draws(self) -> bool:
        """Whether so little of it was drawn that it shows no law."""
        return self.zeros >= checks.ZEROS or (self.distinct < checks.SEPARATE and not self.rounded)


@dataclass(frozen=True)
class Drawn:
    """All kernels that a function drew, and which of them are judged together.

    `large` are the places of the kernels that show a law each on its own.
    """

    law: Law
    weights: tuple[Weights, ...]
    groups: Groups
    large: tuple[int, ...]
    left: float = 1.0  # of its spread, where the law was clipped, which is another check's business

    @cached_property
    def sizes(self) -> np.ndarray:
        """Weights of each kernel."""
        return np.asarray([w.values.size for w in self.weights], float)

    @cached_property
    def stds(self) -> np.ndarray:
        """The law's standard deviation at each kernel."""
        return np.asarray([self.law.std(w.kernel) for w in self.weights])

    @cached_property
    def off_centre(self) -> bool:
        """Whether the weights lie about another number than 0: then a spread is about their own mean.

        The large kernels decide: a formula whose mean is not 0 shows it there most, and who keeps the law there and
        is off centre elsewhere has no law whose spread could be looked at apart.
        """
        return bool(np.any(self._lopsided(self._all_large, checks.CHECK_ALPHA * FOR_CENTRE)))

    def lopsided(self, alpha: float) -> np.ndarray:
        """Which groups do not lie about 0, each kernel on its own scale; at most alpha of right ones."""
        return self._lopsided(self.groups, alpha)

    def _lopsided(self, groups: Groups, alpha: float) -> np.ndarray:
        scales = np.sqrt([w.square or 1.0 for w in self.weights]) / np.sqrt(self.sizes)
        totals = np.asarray([w.total for w in self.weights])
        squares = np.asarray([w.square for w in self.weights])
        return samples.lopsided(totals / scales, squares / scales**2, groups, alpha)

    @cached_property
    def variances(self) -> np.ndarray:
        """Mean squares, of all draws as they came: about 0, where a right law lies, unless they lie elsewhere."""
        if self.off_centre:
            found = [float(np.var(w.values, ddof=1)) for w in self.weights]
        else:
            found = [w.square / w.values.size for w in self.weights]
        with np.errstate(over="ignore"):
            return np.asarray(found) * (np.asarray([w.largest for w in self.weights]) / self.left) ** 2

    @cached_property
    def ratios(self) -> np.ndarray:
        """The variances as parts of the law's."""
        with np.errstate(over="ignore"):
            return self.variances / self.stds**2

    @cached_property
    def other_spread(self) -> np.ndarray:
        """Which groups have another spread than the law's; together with `off_centre` a check's whole budget."""
        return self._other_spread(checks.CHECK_ALPHA * FOR_SPREAD)

    def _other_spread(self, alpha: float) -> np.ndarray:
        return samples.other_spread(self.ratios, self.sizes, self.groups, alpha)

    @cached_property
    def worst(self) -> int:
        """The kernel that speaks most against the law."""
        return int(np.argmax(samples.surprise(self.ratios) * self.sizes))

    @cached_property
    def lawful_in_places(self) -> bool:
        """Whether no formula explains the spread: right at all large kernels and wrong at others, or not one law.

        A formula has one scale for a kernel, whatever the generator, the call or its number. Of right laws at most a
        quarter of a check's budget say so.
        """
        if not np.any(self._other_spread(checks.CHECK_ALPHA / 4)):
            return False
        kernels: dict[tuple, list[int]] = {}
        for place, w in enumerate(self.weights):
            kernels.setdefault((w.kernel.shape, *w.kernel.arguments.items()), []).append(place)
        return self._right_at_large_only or any(
            samples.differ_among_themselves(
                self.variances[same].tolist(), self.sizes[same].tolist(), checks.CHECK_ALPHA
            )
            for same in kernels.values()
            if len(same) > 1
        )

    @property
    def _all_large(self) -> Groups:
        large = np.zeros(len(self.weights), dtype=bool)
        large[list(self.large)] = True
        return Groups(large[None, :], np.ones(1))

    @property
    def _right_at_large_only(self) -> bool:
        large = self._all_large
        without = ~np.any(self.groups.members & large.members, axis=1)
        found = samples.other_spread(self.ratios, self.sizes, large, checks.CHECK_ALPHA)
        return bool(np.any(self.other_spread[without]) and not found.any())

    @property
    def one_sign(self) -> bool:
        """Whether no two weights have opposite signs."""
        lowest, highest = min(w.array.min() for w in self.weights), max(w.array.max() for w in self.weights)
        return bool(lowest >= 0 or highest <= 0)

    @property
    def from_zero_on(self) -> bool:
        """Whether the smallest weight of all is next to 0, and they scatter as widely as from 0 on.

        Uniform weights from 0 on have a mean of 1.73 standard deviations, and sizes of normal ones one of 1.32.
        """
        sizes = [np.abs(w.array) for w in self.weights]
        smallest, mean = min(a.min() for a in sizes), max(a.mean() for a in sizes)
        scatters = all(a.mean() < 2.5 * a.std() for a in (sizes[place] for place in self.large))
        return bool(smallest < 0.1 * mean and scatters)

    def reach(self, own_scale: bool) -> float:
        """The largest of all weights in standard deviations, the law's or their own."""
        own = [w.largest * np.sqrt(w.square / w.values.size or 1.0) for w in self.weights]
        return float(np.max([w.largest for w in self.weights] / np.asarray(own if own_scale else self.stds)))

    def counts(self, own_scale: bool) -> np.ndarray:
        """How many draws of each kernel lie in each bin (see `samples.counted`), at the law's or at their own scale."""
        units = np.asarray([w.largest for w in self.weights])
        own = np.sqrt([w.square / w.values.size or 1.0 for w in self.weights])
        with np.errstate(over="ignore"):
            factors = np.minimum(1 / own if own_scale else units / self.stds, 1e300)
        return np.stack([samples.counted(w.values * factor) for w, factor in zip(self.weights, factors, strict=True)])


def repeated(w: Weights) -> Wrong:
    """The way in which many weights of a kernel are equal."""
    matrix = w.array.reshape(-1, w.array.shape[-1])
    if np.all(matrix == matrix[0, 0]):
        return named("one number for all")
    if w.zeros >= checks.ZEROS:
        return named("part left at 0")
    if np.all(matrix == matrix[:1]):
        return named("one row repeated")
    if np.all(matrix == matrix[:, :1]):
        return named("one column repeated")
    return named("rounded" if w.rounded else "weights repeated")


def need_draws(drawn: Drawn) -> None:
    """Raises `Wrong` if a kernel holds too few separate draws to show a spread or a law."""
    for w in by_size(drawn.weights):
        if w.shows_few_draws:
            few = w.zeros < checks.ZEROS and w.distinct * w.array.size < 2  # one magnitude
            found = named("one number for all") if few else repeated(w)
            found.picture = histogram(drawn.law, w)
            raise found


def by_size(weights: Sequence[Weights]) -> list[Weights]:
    """The largest first: it shows best what is wrong with all."""
    return sorted(weights, key=lambda w: -w.array.size)


def named(key: str, picture: Histogram | None = None) -> Wrong:
    """The failure that a known mistake gives, in the catalogue's words."""
    return Wrong(tells(key), key, picture)


def histogram(law: Law, w: Weights, bins: int = 40) -> Histogram:
    """The kernel's weights beside the density that the law asks for; both in one picture."""
    std = law.std(w.kernel)
    values = w.array.astype(np.float64).ravel()
    reach = max(3.5 * std, min(float(np.max(np.abs(values))), 20 * std))
    edges = np.linspace(-reach, reach, bins + 1)
    density = np.histogram(values, edges)[0] / (len(values) * np.diff(edges))
    middles = (edges[1:] + edges[:-1]) / 2
    expected = law.family.pdf(middles / std) / std
    return Histogram(tuple(edges.tolist()), tuple(density.tolist()), tuple(expected.tolist()), law.words(w.kernel))
