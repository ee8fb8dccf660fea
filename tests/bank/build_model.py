"""Q8: answers to `build_model`, the Keras model whose every kernel follows one law."""

import keras
import numpy as np

from tests.bank.entry import right, wrong

NAMES = {"zeros": "zeros", "random": "random_uniform", "xavier": "glorot_uniform", "he": "he_uniform"}
LAWS = {
    "zeros": lambda seed: keras.initializers.Zeros(),
    "random": lambda seed: keras.initializers.RandomUniform(-0.05, 0.05, seed=seed),
    "xavier": lambda seed: keras.initializers.GlorotUniform(seed=seed),
    "he": lambda seed: keras.initializers.HeUniform(seed=seed),
}


def _stack(widths, kernels, output="softmax", **options):
    """A compiled network; `kernels` are the layers' initializers."""
    model = keras.Sequential([keras.Input((widths[0],))])
    activations = ["relu"] * (len(widths) - 2) + [output]
    for width, kernel, activation in zip(widths[1:], kernels, activations, strict=True):
        model.add(keras.layers.Dense(width, activation=activation, kernel_initializer=kernel, **options))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model


def _seeded(law, seed, widths):
    rng = np.random.default_rng(seed)
    return [law(int(rng.integers(2**31))) for _ in widths[1:]]


@right
def a_seed_for_each_layer(initializer, seed, widths=(4, 64, 64, 3)):
    return _stack(widths, _seeded(LAWS[initializer], seed, widths))


@right
def names_and_a_global_seed(initializer, seed, widths=(4, 64, 64, 3)):
    if initializer not in NAMES:
        raise ValueError(f"{initializer} is none of {list(NAMES)}")
    keras.utils.set_random_seed(seed)
    layers = [keras.layers.Dense(n, "relu", kernel_initializer=NAMES[initializer]) for n in widths[1:-1]]
    layers.append(keras.layers.Dense(widths[-1], "softmax", kernel_initializer=NAMES[initializer]))
    model = keras.Sequential([keras.layers.Input(shape=(widths[0],)), *layers])
    model.compile(keras.optimizers.Adam(), keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
    return model


@right
def functional_with_separate_activations(initializer, seed, widths=(4, 64, 64, 3)):
    if initializer not in LAWS:
        raise KeyError(initializer)
    inputs = outputs = keras.Input(shape=(widths[0],))
    for number, width in enumerate(widths[1:], start=1):
        kernel = LAWS[initializer](1000 * seed + number)
        outputs = keras.layers.Dense(width, kernel_initializer=kernel, bias_initializer="zeros")(outputs)
        outputs = keras.layers.Softmax()(outputs) if number == len(widths) - 1 else keras.layers.ReLU()(outputs)
    model = keras.Model(inputs, outputs)
    model.compile(optimizer=keras.optimizers.Adam(0.001), loss=keras.losses.SparseCategoricalCrossentropy())
    return model


@right
def weights_drawn_with_numpy(initializer, seed, widths=(4, 64, 64, 3)):
    limits = {
        "zeros": lambda a, b: 0.0,
        "random": lambda a, b: 0.05,
        "xavier": lambda a, b: np.sqrt(6 / (a + b)),
        "he": lambda a, b: np.sqrt(6 / a),
    }
    limit = limits[initializer]
    rng = np.random.default_rng(seed)
    model = _stack(widths, ["zeros"] * (len(widths) - 1))
    for layer in model.layers:
        a, b = layer.kernel.shape
        layer.set_weights([rng.uniform(-limit(a, b), limit(a, b), (a, b)), np.zeros(b)])
    return model


@right
def not_built_before_it_meets_data(initializer, seed, widths=(4, 64, 64, 3)):
    stream = keras.random.SeedGenerator(seed)
    model = keras.Sequential()
    for width in widths[1:-1]:
        model.add(keras.layers.Dense(width, "relu", kernel_initializer=LAWS[initializer](stream)))
    model.add(keras.layers.Dense(widths[-1], "softmax", kernel_initializer=LAWS[initializer](stream)))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model


@right
def activations_as_objects(initializer, seed, widths=(4, 64, 64, 3)):
    kernels = _seeded(LAWS[initializer], seed, widths)
    layers = [keras.Input((widths[0],))]
    for width, kernel in zip(widths[1:-1], kernels, strict=False):
        layers.append(keras.layers.Dense(width, activation=keras.layers.ReLU(), kernel_initializer=kernel))
    layers.append(keras.layers.Dense(widths[-1], activation=keras.ops.softmax, kernel_initializer=kernels[-1]))
    model = keras.Sequential(layers)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


@right
def a_loss_by_another_name(initializer, seed, widths=(4, 64, 64, 3)):
    model = _stack(widths, _seeded(LAWS[initializer], seed, widths))
    model.compile("Adam", loss=[keras.losses.SparseCategoricalCrossentropy(name="loss")], metrics=["accuracy"])
    return model


@right
def a_loss_by_its_class(initializer, seed, widths=(4, 64, 64, 3)):
    model = _stack(widths, _seeded(LAWS[initializer], seed, widths))
    model.compile(keras.optimizers.Adam(0.01), "SparseCategoricalCrossentropy")
    return model


@right
def activations_called_between(initializer, seed, widths=(4, 64, 64, 3)):
    *hidden, last = [
        keras.layers.Dense(width, kernel_initializer=kernel)
        for width, kernel in zip(widths[1:], _seeded(LAWS[initializer], seed, widths), strict=True)
    ]
    inputs = outputs = keras.Input((widths[0],))
    for layer in hidden:
        outputs = keras.activations.relu(layer(outputs))
    model = keras.Model(inputs, keras.layers.Activation(keras.activations.softmax)(last(outputs)))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


@wrong(
    lost=1.5,
    fails={"kernels": "initializer on a part only", "zeros": "initializer on a part only"},
    says="the output layer",
)
def output_layer_left_at_its_default(initializer, seed, widths=(4, 64, 64, 3)):
    kernels = _seeded(LAWS[initializer], seed, widths)
    return _stack(widths, [*kernels[:-1], keras.initializers.GlorotUniform(seed=seed)])


@wrong(
    lost=1.5,
    fails={"kernels": "initializer on a part only", "zeros": "initializer on a part only"},
    says="every layer needs the initializer",
)
def first_layer_only(initializer, seed, widths=(4, 64, 64, 3)):
    kernels = _seeded(LAWS[initializer], seed, widths)
    rest = _seeded(keras.initializers.GlorotUniform, seed + 1, widths)
    return _stack(widths, [kernels[0], *rest[1:]])


def glorot(seed):
    return keras.initializers.GlorotUniform(seed=seed)


@wrong(
    lost=1.5,
    fails={"kernels": "initializer set after build", "zeros": "initializer set after build"},
    says="it was set after the weights had been drawn",
)
def set_after_the_layers_were_built(initializer, seed, widths=(4, 64, 64, 3)):
    model = _stack(widths, _seeded(glorot, seed, widths))
    for layer, kernel in zip(model.layers, _seeded(LAWS[initializer], seed, widths), strict=True):
        layer.kernel_initializer = kernel
    return model


@wrong(lost=0.5, fails={"seeds": "shared instance"}, says="share one initializer object")
def one_instance_for_all_layers(initializer, seed, widths=(4, 64, 64, 3)):
    return _stack(widths, [LAWS[initializer](seed)] * (len(widths) - 1))


@wrong(lost=0.5, fails={"seeds": "shared instance"}, says="draw with one seed")
def one_seed_for_all_layers(initializer, seed, widths=(4, 64, 64, 3)):
    return _stack(widths, [LAWS[initializer](seed) for _ in widths[1:]])


_MODELS = {}


@wrong(lost=3, fails={"layers": "one model for all"}, says="one and the same model")
def one_model_for_all(initializer, seed, widths=(4, 64, 64, 3)):
    if initializer not in LAWS:
        raise ValueError(initializer)
    if widths not in _MODELS:
        _MODELS[widths] = _stack(widths, _seeded(LAWS[initializer], seed, widths))
    return _MODELS[widths]


@wrong(lost=0.5, fails={"misspelled": "silent fallback"}, says="A spelling mistake would go unnoticed")
def falls_back_silently(initializer, seed, widths=(4, 64, 64, 3)):
    return _stack(widths, _seeded(LAWS.get(initializer, LAWS["he"]), seed, widths))


@wrong(lost=0.5, fails={"misspelled": "silent fallback"}, says="gave no error")
def returns_none_for_an_unknown_name(initializer, seed, widths=(4, 64, 64, 3)):
    if initializer in LAWS:
        return _stack(widths, _seeded(LAWS[initializer], seed, widths))


@wrong(lost=0.5, fails={"seeds": "seed not used"}, says="no run can be repeated")
def seed_not_used(initializer, seed, widths=(4, 64, 64, 3)):
    if initializer not in LAWS:
        raise ValueError(initializer)
    return _stack(widths, [NAMES[initializer]] * (len(widths) - 1))


@wrong(lost=0.5, fails={"seeds": "fixed seed inside"}, says="the seed is fixed inside")
def fixed_seed_inside(initializer, seed, widths=(4, 64, 64, 3)):
    return _stack(widths, _seeded(LAWS[initializer], 42, widths))


@wrong(lost=1, fails={"kernels": "initializer not used"}, says="He's normal law")
def he_normal_for_uniform(initializer, seed, widths=(4, 64, 64, 3)):
    laws = LAWS | {"he": lambda seed: keras.initializers.HeNormal(seed=seed)}
    return _stack(widths, _seeded(laws[initializer], seed, widths))


@wrong(lost=1, fails={"kernels": "initializer not used"}, says="normal with standard deviation 0.05")
def random_normal_for_uniform(initializer, seed, widths=(4, 64, 64, 3)):
    laws = LAWS | {"random": lambda seed: keras.initializers.RandomNormal(stddev=0.05, seed=seed)}
    return _stack(widths, _seeded(laws[initializer], seed, widths))


@wrong(lost=1, fails={"kernels": "Xavier and He exchanged"}, says="Xavier and He are exchanged")
def xavier_and_he_exchanged(initializer, seed, widths=(4, 64, 64, 3)):
    laws = LAWS | {"he": LAWS["xavier"], "xavier": LAWS["he"]}
    return _stack(widths, _seeded(laws[initializer], seed, widths))


@wrong(lost=0.5, fails={"zeros": "biases not zero"}, says="biases of layer 1 do not start at 0")
def biases_initialized_too(initializer, seed, widths=(4, 64, 64, 3)):
    return _stack(widths, _seeded(LAWS[initializer], seed, widths), bias_initializer="random_normal")


@wrong(lost=0.5, fails={"zeros": "no bias"}, says="has no bias")
def without_biases(initializer, seed, widths=(4, 64, 64, 3)):
    return _stack(widths, _seeded(LAWS[initializer], seed, widths), use_bias=False)


@wrong(lost=3, fails={"layers": "wrong widths"}, says="`widths` is not used")
def widths_not_used(initializer, seed, widths=(4, 64, 64, 3)):
    return _stack((4, 64, 64, 3), _seeded(LAWS[initializer], seed, (4, 64, 64, 3)))


@wrong(lost=0.25, fails={"compiled": "wrong activation"}, says="should be 'softmax'")
def sigmoid_output(initializer, seed, widths=(4, 64, 64, 3)):
    return _stack(widths, _seeded(LAWS[initializer], seed, widths), output="sigmoid")


@wrong(lost=0.25, fails={"compiled": "not compiled as asked"}, says="not compiled")
def not_compiled(initializer, seed, widths=(4, 64, 64, 3)):
    return keras.Sequential(
        [keras.Input((widths[0],)), *_stack(widths, _seeded(LAWS[initializer], seed, widths)).layers]
    )


@wrong(lost=0.25, fails={"compiled": "wrong loss"}, says="the loss 'mse'")
def squared_error(initializer, seed, widths=(4, 64, 64, 3)):
    model = _stack(widths, _seeded(LAWS[initializer], seed, widths))
    model.compile(optimizer="adam", loss="mse")
    return model


@wrong(lost=3, fails={"layers": "no Keras model"}, says="it returned an int")
def a_number(initializer, seed, widths=(4, 64, 64, 3)):
    return _stack(widths, _seeded(LAWS[initializer], seed, widths)).count_params()


@wrong(lost=3, fails={"layers": "other layers"}, says="Dropout")
def with_dropout(initializer, seed, widths=(4, 64, 64, 3)):
    first, *rest = _stack(widths, _seeded(LAWS[initializer], seed, widths)).layers
    model = keras.Sequential([keras.Input((widths[0],)), first, keras.layers.Dropout(0.1), *rest])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model


@wrong(lost=0.25, fails={"compiled": "loss for other labels"}, says="Ours are numbers")
def loss_for_labels_in_rows(initializer, seed, widths=(4, 64, 64, 3)):
    model = _stack(widths, _seeded(LAWS[initializer], seed, widths))
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model


@wrong(lost=0.25, fails={"compiled": "loss for other labels"}, says="Ours are numbers")
def loss_object_for_labels_in_rows(initializer, seed, widths=(4, 64, 64, 3)):
    model = _stack(widths, _seeded(LAWS[initializer], seed, widths))
    model.compile(keras.optimizers.Adam(), keras.losses.CategoricalCrossentropy())
    return model


@wrong(lost=0.5, fails={"seeds": "seed not used"}, says="no run can be repeated")
def xavier_without_its_seed(initializer, seed, widths=(4, 64, 64, 3)):
    laws = LAWS | {"xavier": lambda seed: keras.initializers.GlorotUniform()}
    return _stack(widths, _seeded(laws[initializer], seed, widths))


@wrong(lost=0.5, fails={"seeds": "shared instance"}, says="share one initializer object")
def random_with_one_seed(initializer, seed, widths=(4, 64, 64, 3)):
    laws = LAWS | {"random": lambda _: keras.initializers.RandomUniform(-0.05, 0.05, seed=seed)}
    return _stack(widths, _seeded(laws[initializer], seed, widths))


@wrong(lost=0.5, fails={"seeds": "shared instance"}, says="share one initializer object")
def output_shares_the_last_hidden_layers_initializer(initializer, seed, widths=(4, 64, 64, 3)):
    kernels = _seeded(LAWS[initializer], seed, widths)
    return _stack(widths, [*kernels[:-1], kernels[-2]])


@wrong(lost=3, fails={"layers": "wrong widths"}, says="the kernels should have the shapes")
def hidden_layers_backwards(initializer, seed, widths=(4, 64, 64, 3)):
    if initializer not in LAWS:
        raise ValueError(initializer)
    turned = (widths[0], *widths[-2:0:-1], widths[-1])
    return _stack(turned, _seeded(LAWS[initializer], seed, turned))


_BUILT: dict = {}


@wrong(lost=3, fails={"layers": "one model for all"}, says="same arguments")
def built_once_for_the_same_arguments(initializer, seed, widths=(4, 64, 64, 3)):
    key = initializer, seed, widths
    if key not in _BUILT:
        _BUILT[key] = a_seed_for_each_layer(initializer, seed, widths)
    return _BUILT[key]


@wrong(lost=0.5, fails={"seeds": "shared instance"}, says="with seed 0")
def seeds_as_multiples(initializer, seed, widths=(4, 64, 64, 3)):
    return _stack(widths, [LAWS[initializer](seed * n) for n in range(1, len(widths))])


@wrong(lost=0.5, fails={"seeds": "fixed seed inside"}, says="with seed 0")
def no_seed_for_zero(initializer, seed, widths=(4, 64, 64, 3)):
    return a_seed_for_each_layer(initializer, seed or 42, widths)


@wrong(lost=0.5, fails={"seeds": "fixed seed inside"}, says="the same run")
def last_digits_of_the_seed(initializer, seed, widths=(4, 64, 64, 3)):
    return a_seed_for_each_layer(initializer, seed % 100, widths)


@wrong(lost=0.5, fails={"misspelled": "silent fallback"}, says="gave no error")
def known_by_a_part_of_the_name(initializer, seed, widths=(4, 64, 64, 3)):
    for name in LAWS:
        if name in initializer:
            return a_seed_for_each_layer(name, seed, widths)
    raise ValueError(initializer)


@wrong(lost=0.25, fails={"compiled": "softmax twice"}, says="from_logits")
def probabilities_taken_for_logits(initializer, seed, widths=(4, 64, 64, 3)):
    model = a_seed_for_each_layer(initializer, seed, widths)
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model
