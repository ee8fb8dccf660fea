"""Q2: what goes wrong with bad first weights."""
