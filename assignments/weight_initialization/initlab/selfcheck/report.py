"""How a self-check talks: one line for each thing that holds, one helpful error for the first that does not."""

from typing import Any


class NotYet(AssertionError):
    """Something is not as asked; the message says what was found and what to look at."""

    def _render_traceback_(self) -> list[str]:
        """Jupyter shows this instead of a traceback through the lab's own code."""
        return [f"Not yet: {self}"]


def require(holds: bool, message: str) -> None:
    """Raise `NotYet` with the message unless it holds."""
    if not holds:
        raise NotYet(message)


def passed(name: str, *facts: str) -> None:
    """Say that a function does what its self-check looked at."""
    print(f"{name}: looks right ✓")
    for fact in facts:
        print(f"  · {fact}")


def attempt(name: str, call: str, function: Any, *args: Any, **kwargs: Any) -> Any:
    """The result of a call. An unwritten stub or None becomes a `NotYet`; other errors show as they are."""
    try:
        result = function(*args, **kwargs)
    except NotImplementedError:
        raise NotYet(f"{name} still raises NotImplementedError: replace that line with your code.") from None
    require(result is not None, f"{call} returned None. Does your function end with a return statement?")
    return result
