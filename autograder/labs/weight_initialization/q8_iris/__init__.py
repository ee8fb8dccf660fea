"""Q8: four initializers compared on Iris."""
