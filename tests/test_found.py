"""For each thing that was found in the first version when it was tried from outside: the tests that it is mended.

A table: finding -> tests, attacks, or the later work that it is left to. The test below checks that each is there.
"""

import ast
from functools import cache

import pytest

from tests.conftest import REPOSITORY

LATER = "later: "

# On the trusted side: what a hand-in does.
TRUSTED_SIDE: dict[str, tuple[str, ...]] = {
    "changes mode and times of the host's devices": (
        "tests/attacks/persistence/shared_devices.py",
        "tests/test_sandbox_walls.py::test_an_attack_succeeds_only_where_its_walls_are_missing",
    ),
    "an honest cell over 4,000 characters is cut silently": (
        "tests/test_reading_long_cells.py::test_a_long_answer_is_kept_whole",
        "tests/test_codec.py::test_a_job_has_no_caps_that_an_honest_notebook_meets",
    ),
    "many long comment cells cost a neighbour": (
        "tests/test_reading_long_cells.py::test_as_many_cells_as_there_are_lines_of_thought_are_all_kept_in_order",
        "tests/test_faults.py::test_a_fault_in_grading_costs_one_student",
    ),
    "a frame of a cell that does not exist; an answer too large to store again": (
        "tests/attacks/forging/claims_a_cell_far_away.py",
        "tests/test_evidence.py::test_what_was_read_is_kept_as_it_came",
        "tests/test_execution.py::test_claims_about_cells_and_probes_nobody_asked_for_change_nothing",
    ),
    "arrays without bytes, one array many times, equal hashes, steps nobody asked for": (
        "tests/test_codec.py::test_an_array_has_no_more_elements_than_allowed_whatever_its_bytes",
        "tests/test_codec.py::test_an_array_is_taken_once",
        "tests/test_codec.py::test_a_dictionary_has_no_more_keys_than_are_ever_written",
        "tests/test_evidence.py::test_of_what_nobody_asked_for_nothing_is_read",
        "tests/test_worst_answer.py::test_every_cap_filled_at_once",
    ),
    "Markdown and code whose rendering takes minutes": (
        "tests/test_markdown.py::test_the_longest_text_that_is_rendered_takes_no_time_to_speak_of",
        "tests/test_markdown.py::test_longer_text_is_shown_as_it_was_written",
        "tests/test_feedback_text.py::test_what_takes_too_long_to_render_is_shown_as_it_was_written",
        "tests/test_faults.py::test_a_fault_in_writing_costs_one_student",
    ),
    "a killed worker costs everyone": (
        "tests/test_faults.py::test_a_fault_in_grading_costs_one_student",
        "tests/test_interrupts.py::test_kill_9_of_a_worker_and_of_a_sandbox_loses_nothing",
    ),
    "a picture pasted into an answer costs the page": (
        "tests/test_mishaps.py::test_a_pasted_picture_is_on_the_page",
        "tests/attacks/files.py",
    ),
    "cells that sleep stall a class": (
        "tests/test_interrupts.py::test_who_waits_is_stopped_and_named_and_keeps_the_others_from_nothing",
        "tests/attacks/resources/sleep.py",
        "tests/attacks/resources/slow_everywhere.py",
    ),
    "reads its inputs, is graded, hands in a table of answers": (
        "tests/test_two_steps.py::test_every_graded_function_is_asked_for_something_else",
        "tests/test_two_steps.py::test_a_table_of_the_answers_of_before",
    ),
    "an integer of 5,000 digits or a forged description is left to a person": (
        "tests/test_codec.py::test_an_integer_beyond_every_float_comes_back_by_name",
        "tests/test_graders_forged.py::test_a_strange_claim_is_a_failed_check_with_words",
    ),
    "a code cell under the id of an answer in words brings HTML and forged rows": (
        "tests/test_feedback_text.py::test_every_word_of_a_student_stands_in_a_place_for_them",
        "tests/test_feedback_text.py::test_no_html_of_a_student_is_in_the_autograded_markdown",
        "tests/attacks/feedback/forged_rows.py",
    ),
    "a byte order mark costs all points, an odd name beside it the record": (
        "tests/test_mishaps.py::test_it_costs_nothing",
    ),
    "file locks between sandboxes": (
        "tests/attacks/persistence/file_lock.py",
        "tests/test_channels.py::test_a_channel_is_open_or_closed_as_the_table_says",
    ),
    "lawful at some kernels, seeds or calls only": (
        "tests/test_initializer_probes.py::test_a_law_kept_in_places_loses_scale_and_law_whatever_is_done_elsewhere",
        "tests/test_initializer_probes.py::test_lawful_at_first_and_constant_later_loses_scale_law_and_independence",
        "tests/test_initializer_probes.py::TestPlan::test_every_group_holds_seeds_of_both_parities",
    ),
}

# On the instructor's side.
INSTRUCTOR: dict[str, tuple[str, ...]] = {
    "release_feedback never works, one without a time stamp stops everyone's": (
        "tests/test_exchange.py::test_feedback_comes_back_to_whoever_used_the_exchange",
        "tests/test_exchange.py::test_whoever_did_not_is_named_with_what_to_do",
    ),
    "a typing mistake runs students' code on the host": (
        "tests/test_no_path_around.py::test_nbgraders_own_command_refuses_and_nothing_runs_on_the_host",
        "tests/test_no_path_around.py::test_initlab_refuses_before_anything_runs",
        "tests/test_no_path_around.py::test_nbgraders_api_by_itself_finds_no_kernel",
        "tests/test_safety.py::test_an_unsafe_configuration_is_refused_in_words",
    ),
    "the exchange is inside the course folder; collect leaves folders open to all": (
        "tests/test_ready.py::test_the_exchange_is_not_inside_the_course_folder_unless_somebody_puts_it_there",
        "tests/test_exchange.py::test_another_user_reads_nothing_but_the_release",
        "tests/test_cli.py::test_doctor_looks_at_the_course_folder",
    ),
    "Ctrl-C does not stop it; two runs at once": (
        "tests/test_interrupts.py::test_ctrl_c_ends_it_soon_with_everyone_recorded_who_was_finished_and_meanwhile_no_other_may_grade",
    ),
    "without a release everyone is graded and nobody recorded; `make clean` deletes the gradebook": (
        "tests/test_ready.py::test_a_gradebook_that_would_take_no_grade_is_said_with_what_to_do",
        "tests/test_ready.py::test_make_clean_keeps_whatever_grading_left",
    ),
    "any edit runs all students again; no dry run; hand-graded cells need grading again": (
        f"{LATER}a regrade in seconds",
    ),
    "recording and rendering take 12 minutes for 300, each time": (f"{LATER}a class in minutes",),
    "doctor finds 1 of 10 broken set-ups": (f"{LATER}the instructor's day",),
    "tracebacks for an unreadable secret, an error in the configuration, a negative number of workers": (
        "tests/test_ready.py::test_what_cannot_be_written_or_read_is_said",
        "tests/test_ready.py::test_a_configuration_with_an_error_is_said_with_its_place",
        "tests/test_cli.py::test_a_number_of_workers_that_is_none_is_refused_in_words",
    ),
    "wrong advice for a locked gradebook; an empty secret is accepted": (
        "tests/test_ready.py::test_a_gradebook_that_another_program_holds_is_said",
        "tests/test_ready.py::test_a_secret_that_could_be_guessed_is_none",
    ),
    "files of another name or place are “not handed in” without a word": (
        "tests/test_mishaps.py::test_a_notebook_of_another_name_or_place_is_named_with_the_command_that_mends_it",
        "tests/test_mishaps.py::test_what_is_nobodys_hand_in_is_listed_with_what_to_do",
        "tests/test_cli.py::test_what_lies_in_no_place_of_a_hand_in_is_told_of_with_the_command",
    ),
    "zip_collect takes no file of Moodle or Canvas": (f"{LATER}the instructor's day",),
    "lateness: the table and the gradebook differ": (f"{LATER}the instructor's day",),
    "the README's command for formgrader does not exist": (f"{LATER}the instructor's day",),
    "an ordinary second assignment is scored 0 without a word": (
        "tests/test_lab.py::test_an_assignment_without_a_lab_is_refused_in_words",
        "tests/test_lab.py::test_an_assignment_without_a_lab_is_refused_by_nbgrader_too_and_never_run_or_scored_0",
    ),
    "the example class cannot be removed": (f"{LATER}the instructor's day",),
    "the feedback page's look; progress stands still": (f"{LATER}the instructor's day",),
}

FOUND = TRUSTED_SIDE | INSTRUCTOR


@cache
def names_in(file: str) -> frozenset[str]:
    """The tests of a file, as pytest names them, without parameters."""
    tree = ast.parse((REPOSITORY / file).read_text())
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    owners = [("", tree.body), *((f"{node.name}::", node.body) for node in classes)]
    return frozenset(
        f"{owner}{node.name}" for owner, body in owners for node in body if isinstance(node, ast.FunctionDef)
    )


@pytest.mark.parametrize("finding", FOUND)
def test_each_finding_has_its_tests_or_is_left_to_later_work(finding: str) -> None:
    assert FOUND[finding]
    for proof in FOUND[finding]:
        file, _, name = proof.partition("::")
        if not proof.startswith(LATER):
            assert (REPOSITORY / file).is_file() and (not name or name in names_in(file)), proof


def test_every_file_that_is_an_attack_is_fought() -> None:
    """So that naming one is naming a test."""
    from tests.test_attacks import ATTACKS

    fought = {f"tests/attacks/{attack.kind}/{attack.name}.py" for attack in ATTACKS.values()}
    named = {proof for proofs in FOUND.values() for proof in proofs if proof.startswith("tests/attacks/")}
    assert named - fought <= {"tests/attacks/files.py"}
