# "losses[e] after e epochs": never looks at the last one (range over the number of epochs)
def epochs_to_reach(losses, level):
    epochs = len(losses) - 1
    for e in range(epochs):
        if losses[e] <= level:
            return e
    return None
