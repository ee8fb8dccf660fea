"""Q6: Xavier (Glorot) initialization."""
