"""A progress bar for long trainings, in a terminal and in Jupyter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def track(total: int, label: str, show: bool) -> Iterator[Callable[[], None]]:
    """Give a function to call `total` times, once for each piece of work done; with `show` it moves a bar."""
    if not show:
        yield lambda: None
        return
    from rich.progress import Progress

    with Progress() as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)
