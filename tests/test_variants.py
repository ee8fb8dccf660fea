"""Variants of right answers get full points: a sample of `make variants`, and that its tables say what is so."""

import re
import zlib
from collections.abc import Iterator

import pytest

from autograder.grading import furnishing
from autograder.labs.weight_initialization import LAB
from autograder.sandbox import Sandbox
from autograder.sandbox.limits import Limits
from tests.bank import local
from tests.bank.entry import WITH_KERAS, functions
from tests.conftest import REPOSITORY
from tests.variants import sandboxed
from tests.variants.forbidden import FORBIDDEN, NOT_RIGHT
from tests.variants.judging import VARIANTS, Judged, judge
from tests.variants.report import report
from tests.variants.running import tasks
from tests.variants.subjects import REFERENCE, names_of, subject
from tests.variants.variant import Subject, Variant

EACH = 2  # answers that every variant of the sample is tried on
# Answers that are judged within some milliseconds; between them they return every type that is asked for.
QUICK = (
    "compare", "constant", "distinct_units", "epochs_to_reach", "evaluate_advice", "fans", "gradient_norms",
    "layer_variances", "measured_second_moments", "predicted_second_moments", "range_that_trains", "recommend",
    "saturated_fraction", "second_moments", "steady_variance", "zeros",
)  # fmt: skip
OTHERS = sorted(set(functions()) - set(QUICK) - set(WITH_KERAS))


def candidates(variant: Variant) -> Iterator[Subject]:
    """Answers to try a variant on, in an order of its own."""
    pairs = [(function, name) for function in QUICK for name in names_of(function)]
    for pair in sorted(pairs, key=lambda pair: zlib.crc32(f"{variant} {pair}".encode())):
        answer = subject(*pair)
        if not answer.slow:
            yield answer


def first(variant: Variant, number: int) -> list[Judged]:
    """A variant of the first answers in which there is something to rewrite."""
    found: list[Judged] = []
    for answer in candidates(variant):
        if len(found) < number and (one := judge(answer, variant)) is not None:
            found.append(one)
    return found


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_a_variant_of_right_answers_gets_full_points(variant: Variant) -> None:
    found = first(variant, EACH)
    assert found, "there is no answer that it comes to anything in"
    assert [str(one) for one in found if one.astray] == []


@pytest.mark.slow
@pytest.mark.parametrize("function", [*OTHERS, *WITH_KERAS])
def test_a_few_variants_of_each_other_reference(function: str) -> None:
    answer = subject(function, REFERENCE)
    found = [judge(answer, variant) for variant in VARIANTS[zlib.crc32(function.encode()) % 12 :: 12]]
    assert [str(one) for one in found if one is not None and one.astray] == []


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(Limits(), **furnishing(LAB)) as started:
        yield started


@pytest.mark.slow
@pytest.mark.parametrize("way", sandboxed.WAYS)
def test_a_way_to_define_a_function_in_a_notebook(way: str, sandbox: Sandbox) -> None:
    for function in sandboxed.FUNCTIONS:
        found = sandboxed.judge(sandbox, function, way, Limits())
        assert not found.astray, str(found)


@pytest.mark.parametrize("rule", FORBIDDEN, ids=lambda rule: rule.variant)
def test_what_forbids_a_form_stands_in_the_text(rule) -> None:
    master = (REPOSITORY / "source" / f"{rule.where}.py").read_text(encoding="utf-8")
    assert rule.sentence in re.sub(r"\s+", " ", re.sub(r"^#|[*`]", "", master, flags=re.MULTILINE))
    assert rule.variant in {variant.name for variant in VARIANTS}
    assert {local.graders()[function].notebook for function in rule.functions} == {rule.where}


def test_what_is_left_out_is_there() -> None:
    names = {variant.name for variant in VARIANTS}
    assert all(name in names_of(function) and variant in names for function, name, variant in NOT_RIGHT)


@pytest.mark.slow
def test_all_right_answers_are_asked_for() -> None:
    asked = tasks(functions())
    assert len(asked) == len(set(asked)) == 1 + sum(len(names_of(function)) for function in functions())


def test_the_page_says_what_was_lost() -> None:
    right = Judged("fans", "reference", "result types", "named tuple", 0.0)
    lost = Judged("fans", "reference", "result types", "deque", 1.0, "test_dense: words | more")
    page = report([right, lost])
    assert "2 variants of 1 right answers that the text allows: lost points: 1." in page
    assert "| fans | 2 | 2 | 1 |" in page
    assert "fans-reference, result types, deque: lost 1: test_dense: words" in page
    assert "lost points: 0" in report([right]) and "Astray" not in report([right])
