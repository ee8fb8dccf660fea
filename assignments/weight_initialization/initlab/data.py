"""Data sets for classification, and what one does with them before training."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Data:
    """Samples for classification: inputs (n, d) float64 and labels (n,) int64, counted from 0.

    Both arrays are copied and cannot be written to. Raises ValueError if the shapes or labels do not fit
    together.
    """

    inputs: NDArray[np.float64]
    labels: NDArray[np.int64]
    feature_names: tuple[str, ...]
    class_names: tuple[str, ...]

    def __post_init__(self) -> None:
        inputs, labels = np.array(self.inputs, dtype=np.float64), np.array(self.labels)
        if inputs.ndim != 2 or labels.shape != inputs.shape[:1]:
            raise ValueError(f"inputs {inputs.shape} and labels {labels.shape} must have shapes (n, d) and (n,)")
        if inputs.shape[1] != len(self.feature_names):
            raise ValueError(f"{inputs.shape[1]} features but {len(self.feature_names)} feature names")
        if len(labels) and (labels.dtype.kind not in "iu" or labels.min() < 0 or labels.max() >= len(self.class_names)):
            raise ValueError(
                f"labels must be integers from 0 to {len(self.class_names) - 1}, one number per class name"
            )
        labels = labels.astype(np.int64)
        inputs.flags.writeable = labels.flags.writeable = False
        object.__setattr__(self, "inputs", inputs)
        object.__setattr__(self, "labels", labels)
        object.__setattr__(self, "feature_names", tuple(self.feature_names))
        object.__setattr__(self, "class_names", tuple(self.class_names))

    def __len__(self) -> int:
        return len(self.labels)

    def take(self, rows: NDArray) -> Data:
        """The samples with these numbers, in this order."""
        return replace(self, inputs=self.inputs[rows], labels=self.labels[rows])


def iris() -> Data:
    """Fisher's Iris flowers from scikit-learn: 150 samples, 4 lengths in cm, 3 species."""
    from sklearn.datasets import load_iris

    bunch = load_iris()
    return Data(bunch.data, bunch.target, tuple(bunch.feature_names), tuple(map(str, bunch.target_names)))


def digits() -> Data:
    """Handwritten digits from scikit-learn: 1797 images of 8 x 8 pixels with values 0 to 16, 10 classes."""
    from sklearn.datasets import load_digits

    bunch = load_digits()
    return Data(bunch.data, bunch.target, tuple(bunch.feature_names), tuple(map(str, bunch.target_names)))


def xor() -> Data:
    """The four points of exclusive or: class 1 if exactly one of two bits is 1."""
    inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float64)
    return Data(inputs, np.array([0, 1, 1, 0]), ("x1", "x2"), ("0", "1"))


def u_shape(n: int, rng: np.random.Generator) -> Data:
    """Two classes in the plane that no straight line separates: a U, and a blob between its arms.

    `n` samples (at least 2), half of each class (the U gets the odd one), in random order, with coordinates
    of order 1. The U is the lower half of the unit circle and two arms of length 1 above it, with noise of
    standard deviation 0.1; the blob lies around (0, 0.3) with standard deviations 0.2 across and 0.3 along.
    """
    if n < 2:
        raise ValueError(f"n must be at least 2, one sample of each class; got {n}")
    inside = n // 2
    # A position along the U: 1 for each arm, pi for the half circle, so that points are evenly spread.
    along = rng.uniform(-1, np.pi + 1, n - inside)
    angle = np.clip(along, 0, np.pi)
    height = np.where(along < 0, -along, np.maximum(along - np.pi, 0))
    u = np.column_stack([-np.cos(angle), height - np.sin(angle)]) + rng.normal(0, 0.1, (n - inside, 2))
    blob = rng.normal((0, 0.3), (0.2, 0.3), (inside, 2))
    labels = np.repeat([0, 1], [n - inside, inside])
    data = Data(np.concatenate([u, blob]), labels, ("x1", "x2"), ("U", "inside"))
    return data.take(rng.permutation(n))


def from_csv(path: str | Path, label_column: str) -> Data:
    """A CSV file of your own: a header line, one column of classes (any text), and all other columns numbers.

    Classes are numbered in alphabetical order. Raises FileNotFoundError, or ValueError that names the line
    and column.
    """
    path = Path(path)
    if not path.is_file():
        raise FileNotFoundError(f"there is no file {str(path)!r}; the current folder is {str(Path.cwd())!r}")
    with path.open(newline="", encoding="utf-8-sig") as file:
        reader = csv.reader(file)
        header = [name.strip() for name in next(reader, [])]
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    if label_column not in header:
        raise ValueError(
            f"{path.name} has no column {label_column!r}; its first line: {', '.join(header) or 'nothing'}"
        )
    if not rows or len(header) < 2:
        raise ValueError(
            f"{path.name} needs a header, at least one line of data, and at least one column beside the label"
        )
    at = header.index(label_column)
    names = tuple(name for column, name in enumerate(header) if column != at)
    inputs, classes = [], []
    for line, row in rows:
        if len(row) != len(header):
            raise ValueError(f"{path.name}, line {line}: {len(row)} values, but the header has {len(header)} columns")
        classes.append(row[at].strip())
        inputs.append(
            [
                _number(cell, f"{path.name}, line {line}, column {name!r}")
                for column, (cell, name) in enumerate(zip(row, header, strict=True))
                if column != at
            ]
        )
    class_names = tuple(sorted(set(classes)))
    return Data(np.array(inputs), np.array([class_names.index(c) for c in classes]), names, class_names)


def split(data: Data, rng: np.random.Generator, test_fraction: float = 0.2) -> tuple[Data, Data]:
    """Draw a training and a test set without overlap, each class in the same proportion (stratified), in
    random order.

    Of each class round(test_fraction * its size) samples go to the test set.
    Raises ValueError if test_fraction is not between 0 and 1, or leaves one of the sets empty.
    """
    if not 0 < test_fraction < 1:
        raise ValueError(f"test_fraction must lie between 0 and 1, got {test_fraction}")
    test: list[int] = []
    for label in range(len(data.class_names)):
        members = rng.permutation(np.flatnonzero(data.labels == label))
        test.extend(members[: round(test_fraction * len(members))])
    rest = np.setdiff1d(np.arange(len(data)), test)
    if not test or not len(rest):
        raise ValueError(f"test_fraction {test_fraction} of {len(data)} samples leaves a training or test set empty")
    return data.take(rng.permutation(rest)), data.take(rng.permutation(test))


def standardize(train: Data, *others: Data) -> tuple[Data, ...]:
    """Subtract each feature's mean and divide by its standard deviation, both measured on `train` only.

    Returns all the sets, `train` first. A feature that is constant in `train` is only centred.
    """
    mean, std = train.inputs.mean(axis=0), train.inputs.std(axis=0)
    std = np.where(std > 0, std, 1.0)
    return tuple(replace(data, inputs=(data.inputs - mean) / std) for data in (train, *others))


def _number(cell: str, where: str) -> float:
    try:
        value = float(cell)
    except ValueError:
        value = np.nan
    if not np.isfinite(value):
        raise ValueError(f"{where}: {cell.strip()!r} is not a number; every column but the label must hold numbers")
    return value
