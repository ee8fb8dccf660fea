"""What may stand in for what: the lab's and NumPy's words that people confuse. Tables of data only."""

from collections.abc import Iterator

#: Names and attributes, each of which may stand where another of its row does.
NAMES: tuple[tuple[str, ...], ...] = (
    ("mean", "median", "std", "var", "sum", "max", "min", "ptp"),
    ("average", "mean", "sum"),
    ("normal", "uniform", "laplace"),
    ("max", "min"),
    ("argmax", "argmin"),
    ("any", "all"),
    ("abs", "square", "positive", "sqrt"),
    ("square", "abs"),
    ("sqrt", "cbrt", "square", "abs"),
    ("prod", "sum", "max"),
    ("round", "floor", "ceil"),
    ("zeros", "ones"),
    ("full", "empty"),
    ("stack", "concatenate"),
    ("array_equal", "allclose"),
    ("len", "sum", "max"),
    ("enumerate", "sorted"),
    ("float", "int", "str"),
    ("int", "float"),
    ("bool", "int"),
    ("items", "values", "keys"),
    ("append", "extend"),
    ("zip", "product"),
    ("combinations", "permutations", "combinations_with_replacement"),
    ("unique", "sort"),
    ("ppf", "cdf", "isf", "pdf"),
    ("t", "norm"),
    ("kernels", "biases", "deltas"),
    ("deltas", "kernels", "biases"),
    ("activations", "pre_activations"),
    ("inputs", "labels"),
    ("losses", "accuracies"),
    ("loss", "accuracy"),
    ("weights", "path"),
    ("hidden", "head"),
    ("forward", "predict"),
    ("backward", "gradients"),
    ("Adam", "SGD"),
    ("draw_order", "train"),
    ("Zeros", "Ones", "GlorotUniform"),
    ("RandomUniform", "RandomNormal", "GlorotUniform"),
    ("GlorotUniform", "GlorotNormal", "HeUniform", "LecunUniform"),
    ("HeUniform", "HeNormal", "GlorotUniform", "LecunUniform"),
    ("Dense", "Dropout"),
    ("ValueError", "KeyError", "Exception"),
)
#: Words in quotes, likewise.
STRINGS: tuple[tuple[str, ...], ...] = (
    ("relu", "tanh", "sigmoid", "linear", "selu", "leaky_relu", "softmax"),
    ("he", "xavier", "lecun", "random", "zeros"),
    ("adam", "sgd", "rmsprop"),
    ("sparse_categorical_crossentropy", "categorical_crossentropy", "binary_crossentropy", "mse"),
    ("symmetric", "saturated", "vanishing", "exploding", "healthy"),
    ("accuracy", "mse"),
)


def others(word: str, table: tuple[tuple[str, ...], ...], first_only: bool = False) -> Iterator[str]:
    """What else may stand where `word` does; `first_only`: in rows that begin with it, should there be one."""
    rows = [row for row in table if row[0] == word] if first_only else []
    rows = rows or [row for row in table if word in row]
    seen = {word}
    for row in rows:
        for other in row:
            if other not in seen:
                seen.add(other)
                yield other
