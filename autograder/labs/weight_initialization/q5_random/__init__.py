"""Q5: random initialization with a scale that is given."""
