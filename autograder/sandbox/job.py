"""A job: the cells to run and the probes to answer, written outside and read inside by this file."""

from collections.abc import Mapping
from dataclasses import dataclass

from autograder.sandbox import codec, probes


@dataclass(frozen=True)
class Job:
    """What one child is to do. Cells are run in order, then each probe's steps."""

    cells: Mapping[int, str]  # index in the notebook -> source
    probes: probes.Probes
    cell_seconds: float
    probe_seconds: float
    describe: str = ""  # "module:function" of the lab, which says in plain data what the lab's own objects are


def encode(job: Job) -> bytes:
    """The job as bytes."""
    task = {
        "cells": [(index, source) for index, source in job.cells.items()],
        "probes": {name: dict(steps) for name, steps in job.probes.items()},
        "cell_seconds": job.cell_seconds,
        "probe_seconds": job.probe_seconds,
        "describe": job.describe,
    }
    return codec.encode(task, probes.tag, caps=codec.JOB)


def decode(data: bytes) -> Job:
    """The job that `encode` wrote."""
    task = codec.decode(data, probes.untag, codec.JOB)
    return Job(dict(task["cells"]), task["probes"], task["cell_seconds"], task["probe_seconds"], task["describe"])
