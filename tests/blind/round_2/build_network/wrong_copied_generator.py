# "Layers of the same shape start with different weights": every layer gets a copy of rng in the same state
import copy


def build_network(widths, initializer, rng):
    model = keras.Sequential([keras.Input((widths[0],))])
    for i, units in enumerate(widths[1:]):
        model.add(
            keras.layers.Dense(
                units,
                activation="relu" if i < len(widths) - 2 else "sigmoid",
                kernel_initializer=LabInitializer(initializer, copy.deepcopy(rng)),
            )
        )
    return model
