"""Right initializers, written as differently as people write them, and wrong ones with their verdicts."""
