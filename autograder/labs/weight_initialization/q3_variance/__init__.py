"""Q3: the strength of a signal from layer to layer."""
