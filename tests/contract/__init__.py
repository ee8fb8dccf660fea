"""The contract: what each task states, in the notebook's own words, and the checks that hold it."""
