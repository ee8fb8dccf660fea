"""Whether a process that has imported TensorFlow may still be forked."""

import sys


def guard() -> None:
    """Raises RuntimeError once TensorFlow has computed something here: every child would hang from then on."""
    eager = sys.modules.get("tensorflow.python.eager.context")
    context = eager.context_safe() if eager is not None else None
    if context is not None and context._initialized:
        raise RuntimeError("a TensorFlow operation ran in the zygote; it may only import")
