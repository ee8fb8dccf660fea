# scipy.stats.describe with ddof=0; defensive copies of what is passed on
from scipy import stats as _st


def layer_variances(initializer, network, inputs, errors, rng):
    inputs, errors = np.array(inputs, float), np.array(errors, float)
    weights = network.initialize(initializer, rng)
    trace = network.forward(weights, inputs)
    back = network.backward(weights, trace, errors)
    return (
        tuple(_st.describe(z, axis=None, ddof=0).variance for z in trace.pre_activations),
        tuple(_st.describe(d, axis=None, ddof=0).variance for d in back.deltas),
    )
