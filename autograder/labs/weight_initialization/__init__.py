"""The hidden graders: one module per question, one class per graded function."""
