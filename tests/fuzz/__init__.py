"""Coverage-guided fuzzing of what reads untrusted bytes. Run by hand: `python -m tests.fuzz.run`."""
