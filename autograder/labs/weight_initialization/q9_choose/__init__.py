"""Q9: choosing an initializer."""
