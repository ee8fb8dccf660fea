# a nested helper and a dict comprehension; momentum written out as 0; the order handed on as a list of lists
def compare_convergence(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data.labels), EPOCHS, rng).tolist()

    def report(initializer):
        run = initlab.train(
            network=network,
            weights=network.initialize(initializer, rng, replicas=1),
            data=data,
            epochs=EPOCHS,
            batch_size=BATCH_SIZE,
            optimizer=initlab.SGD(learning_rate=LEARNING_RATE, momentum=0.0),
            order=order,
        )
        first_kernel = run.weights.replica(0).kernels[0][0]
        return {"distinct_units": int(distinct_units(first_kernel)), "epochs": epochs_to_reach(run.losses.ravel(), level), "run": run}

    return {name: report(initializer) for name, initializer in initializers.items()}
