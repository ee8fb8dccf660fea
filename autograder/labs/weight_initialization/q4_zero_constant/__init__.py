"""Q4: zero and constant initialization."""
