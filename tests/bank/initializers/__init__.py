"""The bank of initializers: right ones written as differently as people write, and wrong ones with their
verdicts."""
