# generator with a default; comparison with nan is False by itself
def epochs_to_reach(losses, level):
    return next((epoch for epoch, loss in enumerate(losses) if loss <= level), None)
