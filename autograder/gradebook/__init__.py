"""nbgrader's gradebook: our reading, execution and scores in its own pipeline."""
