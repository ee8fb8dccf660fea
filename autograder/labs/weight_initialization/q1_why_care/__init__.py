"""Q1: why care about the first weights."""
