"""Execution: what one broken cell or function costs, and that its neighbours are graded all the same."""

from dataclasses import dataclass, field

from autograder.evidence.answers import Returned, Stopped
from autograder.evidence.execution import RUNS, Budget, execute
from autograder.sandbox import frames
from autograder.sandbox import job as jobs
from autograder.sandbox.frames import Answered, Begun, CellOutcome, CellRan, Ended, Missing
from autograder.sandbox.limits import Limits
from autograder.sandbox.outcome import Ending, Outcome
from autograder.sandbox.probes import call


@dataclass
class Scripted:
    """A sandbox that plays a notebook: some cells or probes end the process."""

    deadly: set
    jobs: list = field(default_factory=list)

    def run(self, job, allowance):
        task = jobs.decode(job)
        self.jobs.append(task)
        sent = []
        for index in task.cells:
            sent.append(frames.encode(Begun("cell", index)))
            if index in self.deadly:
                return Outcome(tuple(sent), Ending.EXITED, "exit code 0", b"", 0.0, 0.0)
            sent.append(frames.encode(CellRan(index, CellOutcome(f"ran {index}"))))
        for name, steps in task.probes.items():
            sent.append(frames.encode(Begun("probe", name)))
            for step in steps:
                if step in self.deadly:
                    return Outcome(tuple(sent), Ending.CRASHED, "SIGSEGV", b"", 0.0, 0.0)
                sent.append(frames.encode(Answered(name, step, Returned(step))))
        sent.append(frames.encode(Ended()))
        return Outcome(tuple(sent), Ending.FINISHED, "exit code 0", b"", 0.0, 0.0)


CELLS = {0: "import numpy", 3: "f = 1", 5: "g = 2"}
BUDGET = Budget(100.0, 5.0)
REQUESTS = {"f": {"f1": call("f"), "f2": call("f")}, "g": {"g1": call("g")}}


def test_an_honest_notebook_runs_once():
    sandbox = Scripted(set())
    evidence = execute(sandbox, CELLS, REQUESTS, Limits(), BUDGET).evidence
    assert len(sandbox.jobs) == 1
    assert [outcome.output for outcome in evidence.cells.values()] == ["ran 0", "ran 3", "ran 5"]
    assert evidence.answers == {
        "f": {"f1": Returned("f1"), "f2": Returned("f2")},
        "g": {"g1": Returned("g1")},
    }


def test_a_cell_that_ends_the_process_costs_only_itself():
    sandbox = Scripted({3})
    evidence = execute(sandbox, CELLS, REQUESTS, Limits(), BUDGET).evidence
    assert [list(job.cells) for job in sandbox.jobs] == [[0, 3, 5], [0, 5]]
    assert evidence.cells[3].error.message == "it ended the whole process (exit code 0)"
    assert evidence.answer("g", "g1") == Returned("g1")


def test_a_function_that_crashes_costs_only_what_it_had_not_answered():
    sandbox = Scripted({"f2"})
    evidence = execute(sandbox, CELLS, REQUESTS, Limits(), BUDGET).evidence
    assert evidence.answer("f", "f1") == Returned("f1")
    assert evidence.answer("f", "f2") == Stopped("it crashed (SIGSEGV)")
    assert evidence.answer("g", "g1") == Returned("g1")
    assert list(sandbox.jobs[1].probes) == ["g"]


def test_a_notebook_that_breaks_everywhere_is_given_up():
    cells = dict.fromkeys(range(20), "import os; os._exit(0)")
    sandbox = Scripted(set(range(20)))
    evidence = execute(sandbox, cells, REQUESTS, Limits(), BUDGET).evidence
    assert len(sandbox.jobs) == RUNS
    assert evidence.answer("f", "f1") == Stopped("it ended the whole process (exit code 0)")


def test_frames_nobody_could_send_end_the_reading_and_say_so():
    class Forging(Scripted):
        def run(self, job, allowance):
            return Outcome((b"ALL TESTS PASSED",), Ending.FINISHED, "exit code 0", b"", 0.0, 0.0)

    evidence = execute(Forging(set()), CELLS, REQUESTS, Limits(), BUDGET).evidence
    assert "wrote over the channel" in evidence.answer("f", "f1").reason


def test_claims_about_cells_and_probes_nobody_asked_for_change_nothing():
    class Claiming(Scripted):
        def run(self, job, allowance):
            claimed = (
                frames.encode(Answered("h", "x", Missing("h"))),
                frames.encode(Begun("probe", "h")),
            )
            return Outcome(claimed, Ending.FINISHED, "exit code 0", b"", 0.0, 0.0)

    evidence = execute(Claiming(set()), CELLS, REQUESTS, Limits(), BUDGET).evidence
    assert set(evidence.answers) == {"f", "g"}
    assert isinstance(evidence.answer("f", "f1"), Stopped)


def test_a_lost_sandbox_is_nobodys_fault_and_the_job_runs_again():
    class Unlucky(Scripted):
        def run(self, job, allowance):
            lost = Outcome((frames.encode(Begun("cell", 3)),), Ending.LOST, "killed", b"", 0.0, 0.0)
            return lost if not self.jobs and not self.jobs.append(None) else super().run(job, allowance)

    evidence = execute(Unlucky(set()), CELLS, REQUESTS, Limits(), BUDGET).evidence
    assert evidence.cells[3].output == "ran 3"
    assert evidence.answer("g", "g1") == Returned("g1")
