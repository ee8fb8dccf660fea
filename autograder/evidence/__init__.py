"""Evidence: what came back from a submission's one run, as plain data that can be judged without running it again."""
