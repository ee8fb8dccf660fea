"""Q8: answers to `paired_runs`, one training per initializer and seed."""

import initlab
import numpy as np

from tests.bank.entry import right, wrong

generator = np.random.default_rng


def prepare(data, seed):
    train, test = initlab.split(data, generator(seed))
    return initlab.standardize(train, test)


def _train(network, initializer, train, seed, epochs):
    start = network.initialize(initializer, generator(seed))
    return initlab.train(network, start, train, epochs=epochs, rng=generator(seed)).weights


def _measure(network, weights, data):
    loss = network.loss(weights, data.inputs, data.labels)[0]
    return {
        "losses": loss,
        "accuracies": network.accuracy(weights, data.inputs, data.labels)[0],
        "weights": weights,
    }


def _collect(initializers, seeds, one):
    """Lists by name from `one(name, initializer, seed)`, called seed by seed."""
    runs = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        for name, initializer in initializers.items():
            for key, value in one(name, initializer, seed).items():
                runs[name][key].append(value)
    return runs


@right
def run_by_run(network, initializers, data, seeds, epochs=10):
    def one(name, initializer, seed):
        train, test = prepare(data, seed)
        return _measure(network, _train(network, initializer, train, seed, epochs), test)

    return _collect(initializers, seeds, one)


@right
def joined_replicas(network, initializers, data, seeds, epochs=10):
    losses, accuracies, weights = [], [], []
    for seed in seeds:
        train, test = prepare(data, seed)
        start = initlab.join([network.initialize(f, generator(seed)) for f in initializers.values()])
        run = initlab.train(network, start, train, epochs=epochs, rng=generator(seed), validation=test)
        losses.append(run.validation_losses[:, -1])
        accuracies.append(run.validation_accuracies[:, -1])
        weights.append(run.weights)
    return {
        name: {
            "losses": np.array(losses)[:, i],
            "accuracies": np.array(accuracies)[:, i],
            "weights": initlab.join([w.replica(i) for w in weights]),
        }
        for i, name in enumerate(initializers)
    }


@right
def initializer_by_initializer_in_float32(network, initializers, data, seeds, epochs=10):
    runs = {}
    for name, initializer in initializers.items():
        weights = []
        for seed in seeds:
            start = network.initialize(initializer, generator(seed), dtype=np.float32)
            run = initlab.train(network, start, prepare(data, seed)[0], epochs=epochs, rng=generator(seed))
            weights.append(run.weights)
        tests = [prepare(data, seed)[1] for seed in seeds]
        losses = [float(network.loss(w, t.inputs, t.labels)[0]) for w, t in zip(weights, tests, strict=True)]
        accuracies = tuple(
            float(network.accuracy(w, t.inputs, t.labels)[0]) for w, t in zip(weights, tests, strict=True)
        )
        runs[name] = {
            "losses": tuple(losses),
            "accuracies": accuracies,
            "weights": tuple(weights),
            "mean": np.mean(losses),
        }
    return runs


@wrong(lost=0.5, fails={"reported": "training data reported as test"}, says="those on the training data")
def training_data_reported(network, initializers, data, seeds, epochs=10):
    def one(name, initializer, seed):
        train, _ = prepare(data, seed)
        return _measure(network, _train(network, initializer, train, seed, epochs), train)

    return _collect(initializers, seeds, one)


@wrong(
    lost=0.5, fails={"reported": "training data reported as test"}, says="Your accuracy is that on the training data"
)
def training_accuracy_reported(network, initializers, data, seeds, epochs=10):
    def one(name, initializer, seed):
        train, test = prepare(data, seed)
        weights = _train(network, initializer, train, seed, epochs)
        return _measure(network, weights, test) | {"accuracies": _measure(network, weights, train)["accuracies"]}

    return _collect(initializers, seeds, one)


@wrong(lost=0.5, fails={"paired": "not paired"}, says="one and the same initializer here")
def one_generator_for_all_initializers(network, initializers, data, seeds, epochs=10):
    rng = generator(seeds[0])

    def one(name, initializer, seed):
        train, test = prepare(data, seed)
        start = network.initialize(initializer, rng)
        return _measure(network, initlab.train(network, start, train, epochs=epochs, rng=rng).weights, test)

    return _collect(initializers, seeds, one)


@wrong(lost=0.5, fails={"paired": "not paired"}, says="one and the same initializer here")
def other_batches_for_each_initializer(network, initializers, data, seeds, epochs=10):
    def one(name, initializer, seed):
        train, test = prepare(data, seed)
        start = network.initialize(initializer, generator(seed))
        rng = generator([seed, *name.encode()])
        return _measure(network, initlab.train(network, start, train, epochs=epochs, rng=rng).weights, test)

    return _collect(initializers, seeds, one)


@wrong(lost=1, fails={"reported": ..., "paired": "same seed for all runs"}, says="test data of that seed")
def same_seed_for_all_runs(network, initializers, data, seeds, epochs=10):
    def one(name, initializer, seed):
        train, test = prepare(data, 0)
        return _measure(network, _train(network, initializer, train, 0, epochs), test)

    return _collect(initializers, seeds, one)


@wrong(
    lost=1,
    fails={"reported": "numbers of another run", "paired": "same seed for all runs"},
    says="it is one run, repeated",
)
def first_seed_for_all_runs(network, initializers, data, seeds, epochs=10):
    def one(name, initializer, seed):
        train, test = prepare(data, seeds[0])
        return _measure(network, _train(network, initializer, train, seeds[0], epochs), test)

    return _collect(initializers, seeds, one)


@wrong(lost=0.5, fails={"reported": "not standardized"}, says="not standardized")
def test_data_not_standardized(network, initializers, data, seeds, epochs=10):
    def one(name, initializer, seed):
        train, _ = prepare(data, seed)
        _, test = initlab.split(data, generator(seed))
        return _measure(network, _train(network, initializer, train, seed, epochs), test)

    return _collect(initializers, seeds, one)


@wrong(lost=0.5, fails={"reported": "standardized by itself"}, says="by its own mean and spread")
def test_data_standardized_on_its_own(network, initializers, data, seeds, epochs=10):
    def one(name, initializer, seed):
        train, _ = prepare(data, seed)
        (test,) = initlab.standardize(initlab.split(data, generator(seed))[1])
        return _measure(network, _train(network, initializer, train, seed, epochs), test)

    return _collect(initializers, seeds, one)


@wrong(lost=0.5, fails={"reported": "standardized before the split"}, says="standardized before the split")
def standardized_before_the_split(network, initializers, data, seeds, epochs=10):
    def one(name, initializer, seed):
        train, test = initlab.split(initlab.standardize(data)[0], generator(seed))
        return _measure(network, _train(network, initializer, train, seed, epochs), test)

    return _collect(initializers, seeds, one)


@wrong(lost=0.5, fails={"reported": "not from the returned networks"}, says="Which network and which data")
def hard_coded_numbers(network, initializers, data, seeds, epochs=10):
    runs = run_by_run(network, initializers, data, seeds, epochs)
    return {
        name: run | {"losses": [0.339] * len(seeds), "accuracies": [0.852] * len(seeds)} for name, run in runs.items()
    }


@wrong(lost=0.5, fails={"reported": "numbers of another run"}, says="those of another network, 'large'")
def history_of_the_last_run(network, initializers, data, seeds, epochs=10):
    runs = run_by_run(network, initializers, data, seeds, epochs)
    last = runs[list(initializers)[-1]]
    return {name: last | {"weights": run["weights"]} for name, run in runs.items()}


@wrong(lost=0.5, fails={"reported": "numbers of another run"}, says="those of another network")
def seeds_out_of_order(network, initializers, data, seeds, epochs=10):
    runs = run_by_run(network, initializers, data, seeds, epochs)
    return {name: run | {k: run[k][::-1] for k in ("losses", "accuracies")} for name, run in runs.items()}


@wrong(lost=0.5, fails={"reported": "loss and accuracy exchanged"}, says="exchanged")
def loss_and_accuracy_exchanged(network, initializers, data, seeds, epochs=10):
    runs = run_by_run(network, initializers, data, seeds, epochs)
    return {n: r | {"losses": r["accuracies"], "accuracies": r["losses"]} for n, r in runs.items()}


@wrong(lost=0.5, fails={"reported": "percent"}, says="in percent")
def accuracy_in_percent(network, initializers, data, seeds, epochs=10):
    runs = run_by_run(network, initializers, data, seeds, epochs)
    return {n: r | {"accuracies": [100 * a for a in r["accuracies"]]} for n, r in runs.items()}


@wrong(lost=0.5, fails={"paired": "untrained weights"}, says="were not trained")
def untrained_weights_returned(network, initializers, data, seeds, epochs=10):
    def one(name, initializer, seed):
        train, test = prepare(data, seed)
        start = network.initialize(initializer, generator(seed))
        initlab.train(network, start, train, epochs=epochs, rng=generator(seed))
        return _measure(network, start, test)

    return _collect(initializers, seeds, one)


@wrong(lost=0.5, fails={"paired": "one start for all initializers"}, says="same trained network")
def one_model_trained_for_all(network, initializers, data, seeds, epochs=10):
    first = next(iter(initializers.values()))

    def one(name, initializer, seed):
        train, test = prepare(data, seed)
        return _measure(network, _train(network, first, train, seed, epochs), test)

    return _collect(initializers, seeds, one)


@wrong(lost=0.5, fails={"paired": "initializers mixed up"}, says="go on from another initializer's network")
def training_goes_on_with_the_same_network(network, initializers, data, seeds, epochs=10):
    state = {}

    def one(name, initializer, seed):
        train, test = prepare(data, seed)
        if seed not in state:
            state[seed] = network.initialize(initializer, generator(seed))
        state[seed] = initlab.train(network, state[seed], train, epochs=epochs, rng=generator(seed)).weights
        return _measure(network, state[seed], test)

    return _collect(initializers, seeds, one)


@wrong(lost=0.5, fails={"paired": "epochs ignored"}, says="`epochs` is not used")
def epochs_not_used(network, initializers, data, seeds, epochs=10):
    return run_by_run(network, initializers, data, seeds)


@wrong(lost=1, fails={"reported": "wrong shape", "paired": "wrong shape"}, says="one number per seed")
def mean_instead_of_runs(network, initializers, data, seeds, epochs=10):
    runs = run_by_run(network, initializers, data, seeds, epochs)
    return {n: r | {"losses": np.mean(r["losses"])} for n, r in runs.items()}


@wrong(lost=1, fails={"reported": "missing entry", "paired": "missing entry"}, says="has no entry 'small'")
def own_names(network, initializers, data, seeds, epochs=10):
    runs = run_by_run(network, initializers, data, seeds, epochs)
    return {key: runs[name] for key, name in zip(("zeros", "random", "xavier", "he"), runs, strict=True)}


def _trained_otherwise(network, initializers, data, seeds, epochs, plan):
    """Runs that are measured rightly; `plan` says of each seed with its training and test set what is changed."""

    def one(name, initializer, seed):
        train, test = prepare(data, seed)
        start = network.initialize(initializer, generator(seed))
        changes = {"data": train, "rng": generator(seed), "epochs": epochs, **plan(seed, train, test)}
        return _measure(network, initlab.train(network, start, changes.pop("data"), **changes).weights, test)

    return _collect(initializers, seeds, one)


@wrong(lost=0.5, fails={"paired": "trained otherwise"}, says="trained on the test data")
def trains_on_the_test_data(network, initializers, data, seeds, epochs=10):
    return _trained_otherwise(network, initializers, data, seeds, epochs, lambda seed, train, test: {"data": test})


@wrong(lost=0.5, fails={"paired": "trained otherwise"}, says="the test data too")
def trains_on_all_data(network, initializers, data, seeds, epochs=10):
    whole = initlab.standardize(data)[0]
    return _trained_otherwise(network, initializers, data, seeds, epochs, lambda seed, train, test: {"data": whole})


@wrong(lost=0.5, fails={"paired": "trained otherwise"}, says="not standardized")
def trains_on_raw_data(network, initializers, data, seeds, epochs=10):
    def raw(seed, train, test):
        return {"data": initlab.split(data, generator(seed))[0]}

    return _trained_otherwise(network, initializers, data, seeds, epochs, raw)


@wrong(lost=0.5, fails={"paired": "trained otherwise"}, says="the order of seed 0")
def one_order_for_all_seeds(network, initializers, data, seeds, epochs=10):
    return _trained_otherwise(network, initializers, data, seeds, epochs, lambda *_: {"rng": generator(0)})


@wrong(lost=0.5, fails={"paired": "trained otherwise"}, says="SGD")
def trains_by_sgd(network, initializers, data, seeds, epochs=10):
    return _trained_otherwise(network, initializers, data, seeds, epochs, lambda *_: {"optimizer": initlab.SGD()})


@wrong(lost=0.5, fails={"paired": "trained otherwise"}, says="batches of 16")
def smaller_batches(network, initializers, data, seeds, epochs=10):
    return _trained_otherwise(network, initializers, data, seeds, epochs, lambda *_: {"batch_size": 16})


@wrong(lost=0.5, fails={"paired": "another start"}, says="fresh generator with that seed")
def one_start_for_all_seeds(network, initializers, data, seeds, epochs=10):
    def one(name, initializer, seed):
        train, test = prepare(data, seed)
        start = network.initialize(initializer, generator(0))
        return _measure(network, initlab.train(network, start, train, epochs=epochs, rng=generator(seed)).weights, test)

    return _collect(initializers, seeds, one)


@wrong(lost=0.5, fails={"paired": "trained otherwise"}, says="nothing else changed")
def one_generator_for_weights_and_batches(network, initializers, data, seeds, epochs=10):
    def one(name, initializer, seed):
        train, test = prepare(data, seed)
        rng = generator(seed)
        start = network.initialize(initializer, rng)
        return _measure(network, initlab.train(network, start, train, epochs=epochs, rng=rng).weights, test)

    return _collect(initializers, seeds, one)


@wrong(lost=0.5, fails={"reported": "not from the returned networks"}, says="Which network and which data")
def thirty_test_samples_as_iris_has(network, initializers, data, seeds, epochs=10):
    def one(name, initializer, seed):
        train, test = prepare(data, seed)
        return _measure(network, _train(network, initializer, train, seed, epochs), test.take(np.arange(30)))

    return _collect(initializers, seeds, one)


@wrong(lost=0.5, fails={"paired": "trained otherwise"}, says="nothing else changed")
def hundred_and_twenty_training_samples_as_iris_has(network, initializers, data, seeds, epochs=10):
    def first(seed, train, test):
        return {"data": train.take(np.arange(120))}

    return _trained_otherwise(network, initializers, data, seeds, epochs, first)
