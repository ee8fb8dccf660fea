"""Labs: one package each, named after its assignment, found through the entry point `initlab.labs`."""
