"""Proof by generation: every one-change mutant of every reference solution loses points, or stands in a table.

    python -m tests.mutants                         all of them at one secret, two processes (make mutants)
    python -m tests.mutants --only diagnose         one function
    python -m tests.mutants --same                  what the table calls the same gives the same on generated inputs
    python -m tests.mutants --secrets 2             whether a mistake's name and points depend on the secret

mutmut and cosmic-ray mutate modules on disk and run a test suite on each; solutions stand in cells of masters and are
judged in process, from evidence, so the mutants are made here, with Python's `ast` and the lab's own words.

`solutions` reads the masters, `expressions` and `statements` hold the operators, `generation` applies them,
`judging` asks the graders, `survivors.toml` says of every mutant that lives why it may.
"""
