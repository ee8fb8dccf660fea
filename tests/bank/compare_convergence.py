"""Q1: answers to `compare_convergence`."""

import copy

import initlab
import numpy as np

from tests.bank import distinct_units as units
from tests.bank import epochs_to_reach as epochs
from tests.bank.entry import right, wrong

NAMESPACE = {"distinct_units": units.one_by_one, "epochs_to_reach": epochs.loop}
EPOCHS, BATCH_SIZE, LEARNING_RATE = 40, 20, 0.5


def _train(network, weights, data, order, **changes):
    plan = {
        "epochs": EPOCHS,
        "batch_size": BATCH_SIZE,
        "optimizer": initlab.SGD(LEARNING_RATE),
        "order": order,
    }
    return initlab.train(network, weights, data, **(plan | changes))


def _entry(run, level):
    kernel = run.weights.kernels[0][0]
    return {
        "run": run,
        "epochs": epochs.loop(run.losses[0], level),
        "distinct_units": units.one_by_one(kernel),
    }


def _results(initializers, network, data, level, rng, **changes):
    order = initlab.draw_order(len(data), changes.get("epochs", EPOCHS), rng)
    return {
        name: _entry(_train(network, network.initialize(start, rng), data, order, **changes), level)
        for name, start in initializers.items()
    }


@right
def as_in_the_solution(initializers, network, data, level, rng):
    return _results(initializers, network, data, level, rng)


@right
def weights_first_then_order(initializers, network, data, level, rng):
    starts = {name: network.initialize(start, rng) for name, start in initializers.items()}
    order = initlab.draw_order(len(data), EPOCHS, rng)
    return {name: _entry(_train(network, weights, data, order), level) for name, weights in starts.items()}


@right
def a_seed_for_the_batches(initializers, network, data, level, rng):
    seed = int(rng.integers(2**32))
    results = {}
    for name in reversed(list(initializers)):
        weights = network.initialize(initializers[name], rng)
        run = _train(network, weights, data, None, rng=np.random.default_rng(seed))
        results[name] = _entry(run, level) | {"name": name, "final_loss": run.losses[0, -1]}
    return results


@right
def with_validation_and_path(initializers, network, data, level, rng):
    return _results(initializers, network, data, level, rng, validation=data, keep_path=True)


@right
def in_float32(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)
    return {
        name: _entry(_train(network, network.initialize(start, rng, dtype=np.float32), data, order), level)
        for name, start in initializers.items()
    }


@wrong(lost=1, fails={"paired": "not paired"}, says="different batches")
def not_paired(initializers, network, data, level, rng):
    results = {}
    for name, start in initializers.items():
        weights = network.initialize(start, rng)
        results[name] = _entry(_train(network, weights, data, None, rng=rng), level)
    return results


@wrong(lost=1, fails={"paired": "rng not passed on"}, says="rng is not used")
def fixed_seed_for_the_batches(initializers, network, data, level, rng):
    results = {}
    for name, start in initializers.items():
        weights = network.initialize(start, rng)
        results[name] = _entry(_train(network, weights, data, None, rng=np.random.default_rng(0)), level)
    return results


@wrong(lost=1, fails={"paired": "rng not passed on"}, says="was not given rng")
def fixed_seed_for_the_weights(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)
    results = {}
    for name, start in initializers.items():
        weights = network.initialize(start, np.random.default_rng(0))
        results[name] = _entry(_train(network, weights, data, order), level)
    return results


@wrong(lost=1, fails={"paired": "rng not passed on"}, says="rng is not used")
def no_shuffling(initializers, network, data, level, rng):
    order = np.tile(np.arange(len(data)), (EPOCHS, 1))
    return {
        name: _entry(_train(network, network.initialize(start, rng), data, order), level)
        for name, start in initializers.items()
    }


@wrong(lost=4, fails={"trains": "another training"}, says="batches of 32")
def default_batches(initializers, network, data, level, rng):
    return _results(initializers, network, data, level, rng, batch_size=32)


@wrong(lost=4, fails={"trains": "another training"}, says="Adam")
def default_optimizer(initializers, network, data, level, rng):
    return _results(initializers, network, data, level, rng, optimizer=None)


@wrong(lost=4, fails={"trains": "wrong number of epochs"}, says="trained for 30 epochs")
def fewer_epochs(initializers, network, data, level, rng):
    return _results(initializers, network, data, level, rng, epochs=30)


@wrong(lost=4, fails={"trains": "weights carried over"}, says="goes on from where")
def weights_carried_over(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)
    weights, results = None, {}
    for name, start in initializers.items():
        weights = network.initialize(start, rng) if weights is None else weights
        run = _train(network, weights, data, order)
        weights = run.weights
        results[name] = _entry(run, level)
    return results


@wrong(lost=4, fails={"trains": "initializer of another run"}, says="That is the loss of 'first'")
def first_initializer_for_all(initializers, network, data, level, rng):
    start = next(iter(initializers.values()))
    return _results(dict.fromkeys(initializers, start), network, data, level, rng)


@wrong(lost=1, fails={"distinct": "another layer"}, says="output layer")
def counts_the_output_layer(initializers, network, data, level, rng):
    results = _results(initializers, network, data, level, rng)
    for found in results.values():
        found["distinct_units"] = units.one_by_one(found["run"].weights.kernels[-1][0])
    return results


@wrong(lost=1, fails={"epochs": "epochs of another run or level"}, says="its own losses first reach")
def epochs_for_a_fixed_level(initializers, network, data, level, rng):
    results = _results(initializers, network, data, level, rng)
    for found in results.values():
        found["epochs"] = epochs.loop(found["run"].losses[0], 0.1)
    return results


@wrong(lost=1, fails={"epochs": "epochs of another run or level"}, says="its own losses first reach")
def epochs_of_the_last_run(initializers, network, data, level, rng):
    results = _results(initializers, network, data, level, rng)
    last = list(results.values())[-1]["epochs"]
    for found in results.values():
        found["epochs"] = last
    return results


@wrong(lost=1, fails={"distinct": "counted before training"}, says="It had that many before training")
def counts_before_training(initializers, network, data, level, rng):
    results = _results(initializers, network, data, level, rng)
    for initializer, found in zip(initializers.values(), results.values(), strict=True):
        start = network.initialize(initializer, np.random.default_rng(0))
        found["distinct_units"] = NAMESPACE["distinct_units"](start.kernels[0][0])
    return results


@wrong(lost=1, fails={"distinct": "different rows"}, says="different rows")
def counts_rows(initializers, network, data, level, rng):
    results = _results(initializers, network, data, level, rng)
    for found in results.values():
        found["distinct_units"] = units.one_by_one(found["run"].weights.kernels[0][0].T)
    return results


@wrong(lost=4, fails={"trains": "missing entry"}, says="no entry 'run'")
def losses_instead_of_the_run(initializers, network, data, level, rng):
    results = _results(initializers, network, data, level, rng)
    return {name: {"losses": found["run"].losses[0], "epochs": found["epochs"]} for name, found in results.items()}


@wrong(lost=4, fails={"trains": "not a run"}, says="should be what initlab.train returned")
def weights_as_the_run(initializers, network, data, level, rng):
    results = _results(initializers, network, data, level, rng)
    return {name: found | {"run": found["run"].losses} for name, found in results.items()}


@wrong(lost=4, fails={"trains": "missing entry"}, says="has no entry")
def only_the_last_one(initializers, network, data, level, rng):
    results = _results(initializers, network, data, level, rng)
    return dict(list(results.items())[-1:])


@wrong(lost=1, fails={"distinct": "counted on the biases"}, says="different biases")
def counts_the_biases(initializers, network, data, level, rng):
    results = _results(initializers, network, data, level, rng)
    for found in results.values():
        found["distinct_units"] = units.one_by_one(found["run"].weights.biases[0])
    return results


@wrong(lost=1, fails={"distinct": "counted on the biases"}, says="different biases")
def counts_the_biases_by_a_set(initializers, network, data, level, rng):
    results = _results(initializers, network, data, level, rng)
    for found in results.values():
        found["distinct_units"] = len(np.unique(np.round(found["run"].weights.biases[0], 6)))
    return results


@wrong(lost=4, fails={"trains": "another training"}, says="'first'")
def a_batch_one_larger(initializers, network, data, level, rng):
    return _results(initializers, network, data, level, rng, batch_size=BATCH_SIZE + 1)


@wrong(lost=4, fails={"trains": "another training"}, says="batches of BATCH_SIZE")
def a_batch_one_smaller(initializers, network, data, level, rng):
    return _results(initializers, network, data, level, rng, batch_size=BATCH_SIZE - 1)


@wrong(lost=1, fails={"paired": "rng not passed on"}, says="do not come from rng")
def an_order_from_nowhere(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, np.random.default_rng())
    return {n: _entry(_train(network, network.initialize(f, rng), data, order), level) for n, f in initializers.items()}


@wrong(lost=1, fails={"paired": "rng not passed on"}, says="not given rng")
def weights_from_nowhere(initializers, network, data, level, rng):
    order, elsewhere = initlab.draw_order(len(data), EPOCHS, rng), np.random.default_rng()
    return {
        n: _entry(_train(network, network.initialize(f, elsewhere), data, order), level)
        for n, f in initializers.items()
    }


@right
def generators_of_its_own_for_each(initializers, network, data, level, rng):
    order, *others = rng.spawn(1 + len(initializers))
    order = initlab.draw_order(len(data), EPOCHS, order)
    return {
        name: _entry(_train(network, network.initialize(start, own), data, order), level)
        for (name, start), own in zip(initializers.items(), others, strict=True)
    }


@wrong(lost=1, fails={"paired": "same order in every epoch"}, says="drawn for each epoch")
def shuffled_once(initializers, network, data, level, rng):
    order = [rng.permutation(len(data))] * EPOCHS
    return {n: _entry(_train(network, network.initialize(f, rng), data, order), level) for n, f in initializers.items()}


@wrong(lost=1, fails={"paired": "same order in every epoch"}, says="drawn for each epoch")
def the_first_of_its_orders(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)[[0] * EPOCHS]
    return {n: _entry(_train(network, network.initialize(f, rng), data, order), level) for n, f in initializers.items()}


@wrong(lost=1, fails={"paired": "generator copied"}, says="goes on from draw to draw")
def set_back_for_each(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)
    state, results = rng.bit_generator.state, {}
    for name, start in initializers.items():
        rng.bit_generator.state = state
        results[name] = _entry(_train(network, network.initialize(start, rng), data, order), level)
    return results


@wrong(lost=1, fails={"paired": "generator copied"}, says="The order and the first weights")
def a_copy_for_the_order(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, copy.deepcopy(rng))
    return {n: _entry(_train(network, network.initialize(f, rng), data, order), level) for n, f in initializers.items()}


@wrong(lost=1, fails={"paired": "generator copied"}, says="got the same random numbers")
def a_seed_for_all_weights(initializers, network, data, level, rng):
    seed = int(rng.integers(2**32))
    order = initlab.draw_order(len(data), EPOCHS, rng)
    return {
        n: _entry(_train(network, network.initialize(f, np.random.default_rng(seed)), data, order), level)
        for n, f in initializers.items()
    }


@wrong(lost=1, fails={"distinct": "another layer"}, says="second hidden layer")
def counts_the_second_hidden_layer(initializers, network, data, level, rng):
    results = _results(initializers, network, data, level, rng)
    for found in results.values():
        found["distinct_units"] = units.one_by_one(found["run"].weights.kernels[1][0])
    return results


@wrong(lost=1, fails={"paired": "argument changed"}, says="writes into what it is given")
def takes_the_initializers_out(initializers, network, data, level, rng):
    names, results = list(initializers), {}
    order = initlab.draw_order(len(data), EPOCHS, rng)
    for name in names:
        run = _train(network, network.initialize(initializers.pop(name), rng), data, order)
        results[name] = _entry(run, level)
    return results
