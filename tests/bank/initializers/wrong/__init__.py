"""Wrong implementations, each with the points it must lose and the name its mistake must get."""
