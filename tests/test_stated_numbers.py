"""Every measured number that the notebooks' text states is what the lab's own functions measure.

A row of `STATED` is a piece of a master's text as it stands there (line breaks aside) and a function that measures its
numbers, in their order; None stands for one that is a setting. A number agrees if it is within half a unit of its
last stated digit: that is what a rounded number claims. Trainings have the seeds of the cells that the text is about.
`test_no_number_is_left_out` finds the numbers that neither a row nor `NOT_MEASURED` covers.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import jupytext
import numpy as np
import pytest

from tests import stated_measures as measured
from tests.conftest import REPOSITORY

PARTS = {f"part{name[0]}": f"part{name}" for name in ("1_understanding", "2_techniques", "3_applying")}
SIGNED = r"(?<![\w.])-?\d+(?:\.\d+)?(?:e-?\d+)?(?![\d^])"


@dataclass(frozen=True)
class Stated:
    """A piece of text, and what its numbers are measured by."""

    part: str
    text: str
    measure: Callable[[], Sequence[float | None]]
    marks: Sequence[pytest.MarkDecorator] = field(default=())


def slow(part: str, text: str, measure: Callable[[], Sequence[float | None]]) -> Stated:
    """A row that takes more than two seconds."""
    return Stated(part, text, measure, (pytest.mark.slow,))


# "53 to 61 %" of XOR's starts is measured in test_published_facts.py, on ten times as many.
STATED = (
    Stated("part1", "0.69 = -0.16$", measured.log_of_guessing),
    slow(
        "part1",
        "after 2000 more epochs, with all samples in one batch, they rest at a loss of 0.49,",
        lambda: (None, measured.saddle().at),
    ),
    slow("part1", "the same training goes on down to 0.01", lambda: (measured.saddle().after,)),
    Stated("part1", "in single precision, the square of 1e-28 is 0", lambda: (None, float(np.float32(1e-28) ** 2))),
    Stated("part1", "1 distinct unit of 10", lambda: (measured.convergence("all 0.5")["distinct_units"], 10)),
    Stated("part1", "(33 epochs instead of 5 to reach 0.2)", measured.epochs_of_tiny_and_medium),
    Stated("part1", "Large ones (std 1) saturate most units, about 7 in 10", measured.tenths_saturated),
    Stated("part1", "(1.6 % in the first hidden layer, none in the second)", measured.dead_at_std_one),
    Stated("part1", "At a bias of -10 all units are dead with weights of std 0.15", measured.dead_at_small_std),
    Stated(
        "part1",
        "at std 1, the gradient grows from 1.01 at the last kernel to 851 at the first",
        lambda: (None, *measured.ends("tanh", 1.0)[::-1]),
    ),
    Stated("part1", "(851 at the first kernel, 1.01 at the last)", lambda: measured.ends("tanh", 1.0)),
    Stated(
        "part1",
        "At std 0.02 the first kernel's gradient is 1.7e-8 with tanh and 1.9e-10 with ReLU",
        lambda: (None, measured.ends("tanh", 0.02)[0], measured.ends("relu", 0.02)[0]),
    ),
    Stated("part1", "about 1e-9 (and the activations", lambda: (2.0**-30,)),
    Stated("part1", "about 3e-5)", lambda: (2.0**-15,)),
    Stated(
        "part2", "after 100 epochs each weight is still exactly 0", lambda: (None, measured.u("relu", "zeros").largest)
    ),
    Stated("part2", "up to weights of size 4.9", lambda: (measured.u("sigmoid", "zeros").largest,)),
    Stated("part2", "and 76 % of the points right", lambda: (measured.u("sigmoid", "zeros").right,)),
    Stated(
        "part2",
        "starting at 0.5 instead of 0, also ends with 10 units and 99.5 % of the points right",
        lambda: (None, None, *measured.u("tanh", "drawn, biases 0.5")[:2]),
    ),
    Stated(
        "part2",
        "here tanh ends with 99.5 % right, but ReLU with 73 %",
        lambda: tuple(measured.u(kind, "equal, biases drawn").right for kind in ("tanh", "relu")),
    ),
    Stated("part2", "learns the U (99.5 % right)", lambda: (measured.u("tanh", "output 0").right,)),
    Stated(
        "part2", "inputs, 16 hidden tanh or ReLU units and all its kernels 0 never moves them", measured.autoencoder
    ),
    Stated("part2", "leaves about 1/18 of the gradient's variance", measured.sigmoid_on_the_way_back),
    slow("part2", "0.3 in Keras's layer `LeakyReLU`, 0.2 in its function", measured.slopes_in_keras),
    slow("part2", "even starts those of the forget gate at 1, and draws all kernels at random", measured.lstm_in_keras),
    Stated("part2", "With $v = 0.02$ that is 0.02 or 0.14, a factor of 7", lambda: (None, 0.02, 0.02**0.5, 0.02**-0.5)),
    Stated("part2", "the loss stays at 2.3, that of guessing", lambda: (measured.sweep("relu", 0)["loss"],)),
    slow(
        "part2",
        "(a loss of 0.97 after these 15 epochs, 0.24 with 0.1 and 0.16 with He); with two it already stays at 2.3",
        measured.shallow,
    ),
    Stated("part2", "but not six ReLU layers (1.9)", lambda: (measured.sweep("relu", 5)["loss"],)),
    Stated("part2", "0.01 · √64 = 0.08 (ReLU: 0.06)", lambda: (None, None, 0.01 * 8, 0.01 * 8 / 2**0.5)),
    Stated(
        "part2",
        "are down to 2e-7 and 4e-8",
        lambda: (measured.sweep("tanh", 0)["spread"], measured.sweep("relu", 0)["spread"]),
    ),
    Stated("part2", "stays at ln 10 = 2.3", lambda: (10, measured.sweep("tanh", 0)["loss"])),
    Stated("part2", "each layer multiplies by 8 (ReLU: 5.7)", lambda: (8, 8 / 2**0.5)),
    Stated("part2", "(the first kernel's norm is 40)", lambda: (measured.sweep("tanh", 10)["gradient"],)),
    Stated("part2", "tanh from about 0.1 to 0.6, ReLU only around 0.2", measured.ranges),
    Stated(
        "part2",
        "a second moment of 0.1 has become 0.81 and one of 10 has become 1.24, but one of 1e6 is still 2.4e3,"
        " and one of 1e-12 is 0.0031 even after thirty",
        measured.selu,
    ),
    slow("part2", "lie on each other at 2.30,", measured.thirty_layers),
    Stated("part2", r"\lambda \approx 1.0507, \; \alpha \approx 1.6733", measured.selu_constants),
    slow("part2", "median *loss* at 200 epochs is the lowest", measured.he_is_first_by_loss_only),
    slow("part2", "(about 97 % after 1000)", lambda: (100 * measured.xor("he_normal").at_1000, None)),
    slow("part3", "the same values at every call*, whether its seed is a number or none", measured.seeds_in_keras),
    Stated("part3", "it got 0.33", lambda: (1 / 3,)),
    Stated("part3", "one flower is 0.033", lambda: (1 / 30,)),
    Stated("part3", "of six such intervals at least one may miss in up to 30 % of cases", lambda: (100 * 6 * 0.05,)),
    slow(
        "part3",
        "(99 % and more). Of 1438 other digits they get 95 % right from He's weights, 71 % from weights three times as"
        " large, 64 % from ten times as large",
        measured.new_digits,
    ),
    slow("part3", "95, 71 and 64 % above", lambda: measured.new_digits()[2:]),
    slow("part3", "has the lowest loss in 4 of the 10 rows, He in 8 of them", measured.rows_of_advice),
)
# What is no measurement: settings, limits, formulas and examples, beside the notebook's own words.
NOT_MEASURED = {
    "part1": (
        r"$\ln 2 \approx 0.69$", "Multiply by 0.1 ten times", "above 0.99 or below -0.99", "above 0.99 or below 0.01",
        "is above 0.5", "is below 0.001", "exactly 0.5 is not above", "first 4 · 0.5 · 1, then 3 · 0.5 · 2",
        "1, 2, … epochs", "a band with 80 %", "with weights of std 0.15", "to reach 0.2",
        "it is 2^-30,", "smaller by 2^-15,",
        "2^-30 (or about 1e-9; or",
        "2^-15 when said",
    ),
    "part2": (
        "from 0.5, and from weights", "from 0.5, do learn", "sigmoid(0) = 0.5", "(0.5)", "A factor of 0.5 in each",
        "is below 0.01", "differences below 1e-6", "weights of scale 0.01", "then 15 epochs of training",
        "at scale 0.01", "standard deviation of 0.01 or 0.1", "that 0.01 with ReLU", "0.01 trains nothing",
        "hidden layer 0.01 does", "And 0.1 trains", "At 0.01 each layer", "these 15 epochs", "0.5 each: too small",
        "take off 0.5 if", "0.5: the factor", "0.5: linear",
        "0.01 in `initlab` unless you give another",  "XOR, 200 epochs",
        "2^-30", "53 to 61 %", "right after 200 epochs", "stay near 0.5",
    ),
    "part3": (
        "uniform between -0.05 and 0.05", "confidence of 0.95", "quantile at 0.975", "With a confidence of 0.95",
        "together at 95 %", "$1 - 0.05 / 6$", "has a test accuracy of 0.93, the second one of 0.97",
        "0.93 and 0.97 are", "0.5 halves it", "1 of 20 cases",
    ),
}  # fmt: skip
# what looks like a measurement: a decimal point, an exponent, per cent, a power, a number of epochs, a part of a number
LIKELY = re.compile(
    r"(?<![\w.])-?\d+\.\d+(?:e-?\d+)?|(?<![\w.])\d+e-?\d+|\d+(?:\.\d+)? ?%|\d\^-\d+"
    r"|\b\d+ epochs|\b\d+ of (?:the )?\d+\b"
)


def plain(text: str) -> str:
    """Words with single spaces between them, without the marks of a quotation."""
    return " ".join(re.sub(r"^> ?", "", text, flags=re.M).split())


@cache
def texts(part: str) -> str:
    """All text of a master without its blocks of code."""
    master = jupytext.read(REPOSITORY / "source" / f"{PARTS[part]}.py", fmt="py:percent")
    cells = [cell.source for cell in master.cells if cell.cell_type == "markdown"]
    return plain("\n\n".join(re.sub(r"^```.*?^```$", "", cell, flags=re.M | re.S) for cell in cells))


def agrees(stated: str, found: float) -> bool:
    """Whether a number rounds to what is stated, to within half a unit of its last digit."""
    mantissa, _, exponent = stated.partition("e")
    digits = len(mantissa.partition(".")[2])
    half = 0.5 * 10.0 ** (int(exponent or 0) - digits)
    return abs(float(found) - float(stated)) <= half * (1 + 1e-9)


@pytest.mark.parametrize("row", [pytest.param(row, id=row.text[:60], marks=row.marks) for row in STATED])
def test_a_stated_number_is_measured(row):
    assert plain(row.text) in texts(row.part)
    stated, found = re.findall(SIGNED, row.text), row.measure()
    assert len(stated) == len(found), (stated, found)
    wrong = [(s, f) for s, f in zip(stated, found, strict=True) if f is not None and not agrees(s, f)]
    assert not wrong, "stated, measured"


def left_out(part: str) -> Iterator[str]:
    """What looks like a measurement and is neither measured nor said to be none."""
    text = texts(part)
    covered = [
        match.span()
        for piece in (*(row.text for row in STATED if row.part == part), *NOT_MEASURED[part])
        for match in re.finditer(re.escape(plain(piece)), text)
    ]
    code = [match.span() for match in re.finditer(r"`[^`]*`", text)]
    for match in LIKELY.finditer(text):
        if not any(start <= match.start() and match.end() <= end for start, end in covered + code):
            yield text[max(0, match.start() - 60) : match.end() + 40]


@pytest.mark.parametrize("part", PARTS)
def test_no_number_is_left_out(part):
    """A number that is stated and not measured here is found: give it a row, or say that it is no measurement."""
    assert not list(left_out(part))


@pytest.mark.parametrize("part", PARTS)
def test_what_is_no_measurement_still_stands_in_the_text(part):
    assert not [piece for piece in NOT_MEASURED[part] if plain(piece) not in texts(part)]


def test_the_table_sees_a_wrong_number():
    assert agrees("0.49", 0.4884) and agrees("1.7e-8", 1.7087e-8) and agrees("7", 7.07)
    assert not agrees("0.49", 0.4951) and not agrees("1.7e-8", 1.76e-8) and not agrees("33", 34)
