"""Every answer in the bank of experiments gets exactly the verdict that stands on it.

One test per judged function: the answers of a module are imported when its turn comes, so that collecting the tests
does not import Keras.
"""

import importlib
import pkgutil

import pytest

from tests.bank import experiments
from tests.bank.experiments.entry import answers_in
from tests.bank.local import graders, verdict_on
from tests.calibrate_experiments import difference

SECRETS = (b"first", b"second", b"third")
WITH_KERAS = {"LabInitializer", "build_network", "build_model"}
HELPERS = {"entry"}
FUNCTIONS = sorted(module.name for module in pkgutil.iter_modules(experiments.__path__) if module.name not in HELPERS)


def marked(function):
    return pytest.param(function, marks=pytest.mark.slow if function in WITH_KERAS else ())


@pytest.mark.parametrize("secret", SECRETS, ids=bytes.decode)
@pytest.mark.parametrize("function", map(marked, FUNCTIONS))
def test_each_answer_gets_its_verdict(function, secret):
    module = importlib.import_module(f"{experiments.__name__}.{function}")
    surprises = []
    for name, answer in answers_in(module).items():
        namespace = {**getattr(module, "NAMESPACE", {}), function: answer}
        checks = verdict_on(graders()[function], namespace, secret)
        if found := difference(answer.expected, checks):
            surprises.append(f"{name}: {found}")
    assert not surprises, "\n".join(surprises)


@pytest.mark.parametrize("function", map(marked, FUNCTIONS))
def test_the_bank_is_large_enough(function):
    answers = answers_in(importlib.import_module(f"{experiments.__name__}.{function}")).values()
    wrong = sum(bool(answer.expected.fails) for answer in answers)
    assert len(answers) - wrong >= 3
    assert wrong >= 6
