"""Laws of weights, tests on draws with a stated error, and the sample sizes they need."""
