"""Right and wrong answers to the experiments of Q1 to Q9: one module per judged function, one function per answer.

from tests.bank.experiments.entry import right, wrong

@right
def counts_rounded_columns(kernel): ...

@wrong(fails=["test_counts"], says="rows")
def counts_rows(kernel): ...
"""
