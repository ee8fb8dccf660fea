"""initlab: data, a small dense network, training and pictures for experiments on weight initialization.

    import numpy as np
    import initlab

    train_data, test_data = initlab.split(initlab.iris(), np.random.default_rng(1))
    train_data, test_data = initlab.standardize(train_data, test_data)
    network = initlab.Network((4, 64, 64, 3), activation="relu", output="softmax")
    weights = network.initialize(my_initializer, np.random.default_rng(2), replicas=100)
    run = initlab.train(network, weights, train_data, epochs=10, rng=np.random.default_rng(3))
    print(run.losses.mean(axis=0))  # before training, after 1, 2, ... epochs; mean of 100 networks
    print(network.accuracy(run.weights, test_data.inputs, test_data.labels).mean())
    initlab.pictures.loss_curves({"mine": run.losses})

An initializer is a function (shape, rng) -> array of that shape; you write them, so there is none in here.
"""

from . import pictures
from .activations import Activation, activation, activation_names, log_softmax, softmax
from .data import Data, digits, from_csv, iris, split, standardize, u_shape, xor
from .losses import binary_cross_entropy, categorical_cross_entropy, mean_squared_error
from .network import Network
from .optimizers import SGD, Adam
from .passes import Gradients, Trace
from .training import Run, draw_order, train
from .weights import Weights, join

__all__ = [
    "SGD",
    "Activation",
    "Adam",
    "Data",
    "Gradients",
    "Network",
    "Run",
    "Trace",
    "Weights",
    "activation",
    "activation_names",
    "binary_cross_entropy",
    "categorical_cross_entropy",
    "digits",
    "draw_order",
    "from_csv",
    "iris",
    "join",
    "log_softmax",
    "mean_squared_error",
    "pictures",
    "softmax",
    "split",
    "standardize",
    "train",
    "u_shape",
    "xor",
]
