"""The one list of limits for a submission, each with the reason for its number; a course may override any."""

from dataclasses import dataclass, fields

KIB, MIB, GIB = 2**10, 2**20, 2**30


@dataclass(frozen=True)
class Allowance:
    """What one job may use of the limits, in seconds."""

    cpu_seconds: float
    idle_seconds: float
    wall_seconds: float


@dataclass(frozen=True)
class Limits:
    """What one submission may use. Sizes are in bytes, times in seconds.

    Raises ValueError when a limit is not positive, or when two of them contradict each other.
    """

    # Processor time of a student, over all notebooks and restarts. The longest honest hand-in known trains a few dozen
    # networks at 2 s each. A single job gets half of what is left, and never less than the second number: a notebook of
    # the lab takes a second.
    cpu_seconds: float = 120.0
    least_cpu_seconds: float = 5.0
    # Time in which nothing is computed although nothing else keeps it from that (sleep, input(), a deadlock), over all
    # notebooks and restarts: honest code waits for a demonstration's sake, if at all. After that a job may still wait
    # for the second number. Twenty who wait among 300 cost 20 x (6 / 2 + 6) s = 3 minutes on two cores.
    idle_seconds: float = 6.0
    least_idle_seconds: float = 1.0
    # Wall time of a job, as a multiple of both: for a machine that is busy. Whoever is stopped by it, or for waiting,
    # is run once more, alone, before it costs points.
    patience: float = 3.0
    # Processor time of one cell, and of one call of a probe, before an alarm interrupts it and the next goes on. The
    # slowest honest call trains a few networks (under 5 s on a slow machine); an endless loop should not eat the whole
    # time.
    cell_seconds: float = 30.0
    probe_seconds: float = 10.0
    # How long a started sandbox may take until it is ready: importing large libraries takes 3-9 s warm, and a cold
    # disk or a full machine has been seen to make that tenfold.
    start_seconds: float = 180.0
    # How long past a deadline the zygote may take to confirm that the child is gone before all of it is
    # killed.
    grace_seconds: float = 2.0

    # Virtual memory. The largest imports map about 1 GiB and honest work may use 1 GiB more; 4 GiB leaves
    # room for both and still stops shared mappings, which `data_segment` does not count.
    address_space: int = 4 * GIB
    # Private writable memory: what the imports hold (0.3 GiB) plus 1 GiB for honest work, plus thread stacks.
    data_segment: int = 2 * GIB
    # The stack of the main thread, the usual default: deep enough for Python's own recursion limit to strike
    # first.
    stack: int = 8 * MIB
    # One file. Limited by `tmp_bytes` too; this one makes the write fail where it happens.
    file_size: int = 256 * MIB
    # /tmp, kept in memory: some saved models (under 1 MB each) and datasets, with plenty to spare.
    tmp_bytes: int = 256 * MIB
    # Files in /tmp: a saved model in directory form has about ten.
    tmp_inodes: int = 4096
    # /dev/shm: libraries keep small semaphores there; nothing in the lab keeps data there.
    shm_bytes: int = 16 * MIB
    # Open files: plots and data sets need a few dozen; it also bounds the memory held in pipes, 64 KiB each.
    open_files: int = 256
    # Threads. The libraries in use start about two dozen. Linux ignores this one when root started
    # the sandbox; then `data_segment` bounds them, since every thread takes `stack` bytes.
    threads: int = 128

    # All frames of the answer together. The largest probe returns some dozen arrays of 131,072 float64 (1 MiB
    # each).
    answer_bytes: int = 64 * MIB
    # Number of frames: two per cell and one per answered step, with a factor of five to spare.
    frames: int = 20_000
    # What is kept of stdout and stderr that no cell captured; the rest is read and dropped.
    output_bytes: int = 256 * KIB

    # A notebook on disk, checked before it is parsed: with embedded pictures an honest one stays under 5 MB,
    # and parsing costs about twelve times the size in memory.
    notebook_bytes: int = 16 * MIB
    # Cells, checked before anything runs: the lab's notebooks have under 100, and somebody who thinks aloud in cells of
    # comments may have 2,000 more. A cell makes two of the `frames`.
    notebook_cells: int = 4000

    # A fresh zygote after this many jobs: 5 s of import over 200 jobs is 25 ms each, and bounds what might
    # pile up.
    jobs_per_zygote: int = 200

    def __post_init__(self) -> None:
        for limit in fields(self):
            if not getattr(self, limit.name) > 0:
                raise ValueError(f"the limit {limit.name} is {getattr(self, limit.name)!r}; it must be positive")
        if self.data_segment > self.address_space:
            raise ValueError("the limit data_segment is larger than address_space, of which it is a part")
