"""Pictures of weights, layers, training and networks.

Every function draws on the Matplotlib axes it is given, or on new ones, and returns them. None of them calls
`plt.show()`. Matplotlib is imported when the first picture is drawn.
"""

from .boundary import decision_boundary
from .curves import loss_curves
from .diagram import network_diagram
from .histogram import weight_histogram
from .ladder import layer_ladder
from .means import means_with_intervals
from .surface import loss_surface

__all__ = [
    "decision_boundary",
    "layer_ladder",
    "loss_curves",
    "loss_surface",
    "means_with_intervals",
    "network_diagram",
    "weight_histogram",
]
