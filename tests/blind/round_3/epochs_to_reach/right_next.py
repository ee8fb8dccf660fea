# generator expression with next and a default
def epochs_to_reach(losses, level):
    return next((epoch for epoch, loss in enumerate(losses) if loss <= level), None)
