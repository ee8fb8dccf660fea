"""Data sets: what they contain, how they are split and standardized, and a CSV file of one's own."""

from pathlib import Path

import initlab
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog


@pytest.mark.parametrize(
    ("data", "n", "features", "classes"),
    [
        (initlab.iris(), 150, 4, 3),
        (initlab.digits(), 1797, 64, 10),
        (initlab.xor(), 4, 2, 2),
        (initlab.u_shape(101, np.random.default_rng(1)), 101, 2, 2),
    ],
    ids=["iris", "digits", "xor", "u_shape"],
)
def test_data_sets_have_their_known_sizes_and_types(data: initlab.Data, n: int, features: int, classes: int) -> None:
    assert len(data) == n
    assert data.inputs.shape == (n, features) and data.inputs.dtype == np.float64
    assert data.labels.shape == (n,) and data.labels.dtype == np.int64
    assert len(data.feature_names) == features and len(data.class_names) == classes
    assert set(data.labels) == set(range(classes))


def test_data_cannot_be_written_to_and_does_not_share_memory_with_its_source() -> None:
    source = np.zeros((2, 1))
    data = initlab.Data(source, np.array([0, 1]), ("x",), ("a", "b"))
    source[0] = 7
    assert data.inputs[0, 0] == 0
    with pytest.raises(ValueError, match="read-only"):
        data.inputs[0] = 1


@pytest.mark.parametrize(
    ("inputs", "labels", "features", "message"),
    [
        (np.zeros((3, 2)), [0, 1], ("a", "b"), r"inputs \(3, 2\) and labels \(2,\)"),
        (np.zeros((2, 2)), [0, 1], ("a",), "2 features but 1 feature names"),
        (np.zeros((2, 1)), [0, 2], ("a",), "integers from 0 to 1"),
        (np.zeros((2, 1)), [0.0, 1.0], ("a",), "integers from 0 to 1"),
    ],
)
def test_data_that_does_not_fit_together_is_refused(inputs, labels, features, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        initlab.Data(inputs, np.array(labels), features, ("no", "yes"))


def test_xor_is_exclusive_or() -> None:
    data = initlab.xor()
    np.testing.assert_array_equal(data.labels, data.inputs[:, 0] != data.inputs[:, 1])


def linearly_separable(data: initlab.Data) -> bool:
    """Whether some w, b have sign * (x w + b) >= 1 for every sample: a linear programme with no objective."""
    sign = np.where(data.labels == 1, 1.0, -1.0)
    rows = -sign[:, None] * np.column_stack([data.inputs, np.ones(len(data))])
    return linprog(np.zeros(3), A_ub=rows, b_ub=-np.ones(len(data)), bounds=(None, None)).status == 0


@pytest.mark.parametrize("seed", range(10))
def test_no_line_separates_the_u_shape(seed: int) -> None:
    assert not linearly_separable(initlab.u_shape(60, np.random.default_rng(seed)))


def test_the_separability_check_itself_can_say_yes() -> None:
    data = initlab.u_shape(60, np.random.default_rng(0))
    line = initlab.Data(data.inputs, (data.inputs[:, 0] > 0).astype(int), data.feature_names, data.class_names)
    assert linearly_separable(line)


def test_the_u_shape_is_balanced_shuffled_and_the_same_for_the_same_generator_state() -> None:
    data, again = (initlab.u_shape(200, np.random.default_rng(5)) for _ in range(2))
    np.testing.assert_array_equal(data.inputs, again.inputs)
    assert data.labels.sum() == 100
    assert 0 < data.labels[:100].sum() < 100


@settings(max_examples=30)
@given(seed=st.integers(0, 2**32), fraction=st.sampled_from([0.1, 0.2, 0.5]))
def test_a_split_is_stratified_and_loses_nothing(seed: int, fraction: float) -> None:
    data = initlab.iris()
    train, test = initlab.split(data, np.random.default_rng(seed), fraction)
    assert list(np.bincount(test.labels)) == [round(50 * fraction)] * 3
    together = np.column_stack(
        [np.concatenate([train.inputs, test.inputs]), np.concatenate([train.labels, test.labels])]
    )
    original = np.column_stack([data.inputs, data.labels])
    np.testing.assert_array_equal(together[np.lexsort(together.T)], original[np.lexsort(original.T)])


@pytest.mark.parametrize("fraction", [0, 1, -0.1, 20, 0.001])
def test_a_split_that_leaves_a_set_empty_is_refused(fraction: float) -> None:
    with pytest.raises(ValueError, match="test_fraction"):
        initlab.split(initlab.iris(), np.random.default_rng(1), fraction)


def test_standardizing_uses_only_the_training_set() -> None:
    names = (("x", "constant"), ("a", "b"))
    train = initlab.Data(np.array([[1.0, 5.0], [3.0, 5.0]]), np.array([0, 1]), *names)
    test = initlab.Data(np.array([[4.0, 6.0]]), np.array([0]), *names)
    new_train, new_test = initlab.standardize(train, test)
    np.testing.assert_allclose(new_train.inputs, [[-1, 0], [1, 0]])
    np.testing.assert_allclose(new_test.inputs, [[2, 1]])


def test_a_csv_file_becomes_data(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("height,kind,width\n1,oak, 2.5\n\n3,elm,-4e1\n", encoding="utf-8-sig")
    data = initlab.from_csv(file, "kind")
    np.testing.assert_array_equal(data.inputs, [[1, 2.5], [3, -40]])
    assert data.feature_names == ("height", "width") and data.class_names == ("elm", "oak")
    assert list(data.labels) == [1, 0]


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("a,b\n1,x\n", "label", r"no column 'label'; its first line: a, b"),
        ("", "label", "its first line: nothing"),
        ("a,label\n", "label", "at least one line of data"),
        ("a,label\n1,x\n2,y,z\n", "label", "line 3: 3 values, but the header has 2 columns"),
        ("a,label\n1,x\ntwo,y\n", "label", "line 3, column 'a': 'two' is not a number"),
        ("a,label\nnan,x\n", "label", "line 2, column 'a': 'nan' is not a number"),
    ],
)
def test_errors_in_a_csv_file_name_the_place(tmp_path: Path, text: str, column: str, message: str) -> None:
    file = tmp_path / "own.csv"
    file.write_text(text)
    with pytest.raises(ValueError, match=message):
        initlab.from_csv(file, column)


def test_a_missing_csv_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no file .*missing"):
        initlab.from_csv(tmp_path / "missing.csv", "label")
