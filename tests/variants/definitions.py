"""Ways to define: the same function as a closure, a partial, an object, under a decorator, with another signature."""

import ast
import functools
import inspect
import time
import types
from collections.abc import Callable
from typing import Any

from tests.variants import text
from tests.variants.variant import Answer, Rewritten, Subject, Variant, wrapping

KIND = "ways to define"
# What the text itself, or the stub's cell, passes by keyword; the rest may be positional in a probe.
BY_KEYWORD = {
    "random_normal": ("std",),
    "random_uniform": ("limit",),
    "he_normal": ("negative_slope",),
    "he_uniform": ("negative_slope",),
    "constant": ("value",),
    "compare": ("confidence",),
    "paired_runs": ("epochs",),
    "recommend": ("negative_slope",),
}


class _Object:
    """An object that is called, and a method of it that is."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.answer(*args, **kwargs)

    def method(self, *args: Any, **kwargs: Any) -> Any:
        return self.answer(*args, **kwargs)


def closure(answer: Answer) -> Answer:
    def make() -> Answer:
        calls = 0

        def inner(*args: Any, **kwargs: Any) -> Any:
            nonlocal calls
            calls += 1
            return answer(*args, **kwargs)

        return inner

    return make()


def decorated(answer: Answer) -> Answer:
    @functools.wraps(answer)
    def timed(*args: Any, **kwargs: Any) -> Any:
        started = time.perf_counter()
        result = answer(*args, **kwargs)
        print(f"took {time.perf_counter() - started:.3f} s")
        return result

    return timed


def decorated_without_wraps(answer: Answer) -> Answer:
    def logged(*args: Any, **kwargs: Any) -> Any:
        return answer(*args, **kwargs)

    return logged


def static_method(answer: Answer) -> Answer:
    return types.SimpleNamespace(held=type("Holder", (), {"held": staticmethod(answer)}).held).held


def partial_of_more(answer: Answer) -> Answer:
    """A function with one parameter more, which is fixed."""
    return functools.partial(lambda verbose, *args, **kwargs: answer(*args, **kwargs), False)


def _keyword_only() -> Variant:
    def apply(subject: Subject) -> Rewritten | None:
        keywords = BY_KEYWORD.get(subject.function, ())
        names = subject.names()
        answer = names[subject.function]
        parameters = list(inspect.signature(answer).parameters)
        if not keywords or not set(keywords) <= set(parameters):
            return None
        positional = len(parameters) - len(keywords)

        def strict(*args: Any, **kwargs: Any) -> Any:
            if len(args) > positional:
                raise TypeError(f"takes {positional} positional arguments but {len(args)} were given")
            return answer(*args, **kwargs)

        return Rewritten(names | {subject.function: strict})

    return Variant(KIND, "parameters by keyword only", apply)


def type_hints(function: ast.FunctionDef) -> list[ast.stmt]:
    """Annotated parameters and an annotated result."""
    for argument in (*function.args.args, *function.args.kwonlyargs):
        argument.annotation = ast.Constant("object")
    function.returns = ast.Constant("object")
    return [function]


def defaults(function: ast.FunctionDef) -> list[ast.stmt]:
    """A default for every parameter."""
    missing = len(function.args.args) - len(function.args.defaults)
    function.args.defaults = [ast.Constant(None)] * missing + function.args.defaults
    return [function]


def one_more_parameter(function: ast.FunctionDef) -> list[ast.stmt]:
    """A further parameter with a default."""
    function.args.args.append(ast.arg("verbose"))
    function.args.defaults.append(ast.Constant(False))
    return [function]


def helper_in_another_cell(function: ast.FunctionDef) -> list[ast.stmt]:
    """The body under another name; the function passes everything on."""
    called = ast.parse(f"def {function.name}(): return _helper()").body[0]
    assert isinstance(called, ast.FunctionDef)
    called.args = function.args
    names = [*function.args.posonlyargs, *function.args.args]
    call = ast.Call(
        ast.Name(f"_{function.name}_helper", ast.Load()),
        [ast.Name(argument.arg, ast.Load()) for argument in names]
        + ([ast.Starred(ast.Name(function.args.vararg.arg, ast.Load()), ast.Load())] if function.args.vararg else []),
        [ast.keyword(a.arg, ast.Name(a.arg, ast.Load())) for a in function.args.kwonlyargs]
        + ([ast.keyword(None, ast.Name(function.args.kwarg.arg, ast.Load()))] if function.args.kwarg else []),
    )
    called.body = [ast.Return(call)]
    function.name = f"_{function.name}_helper"
    return [function, called]


def as_lambda(function: ast.FunctionDef) -> list[ast.stmt]:
    """A lambda of the same name that calls it."""
    made = helper_in_another_cell(function)
    called = made[1]
    assert isinstance(called, ast.FunctionDef) and isinstance(called.body[0], ast.Return)
    assert called.body[0].value is not None
    value = ast.Lambda(called.args, called.body[0].value)
    return [made[0], ast.Assign([ast.Name(called.name, ast.Store())], value)]


def without_a_docstring(function: ast.FunctionDef) -> list[ast.stmt] | None:
    """Nothing but code."""
    if ast.get_docstring(function) is None:
        return None
    function.body = function.body[1:] or [ast.Pass()]
    return [function]


def defined_twice(function: ast.FunctionDef) -> list[ast.stmt]:
    """A first attempt that raises, overwritten by a later cell."""
    first = ast.parse(f"def {function.name}(*args, **kwargs): raise ValueError('first attempt')").body[0]
    return [first, function]


WRAPPED: dict[str, Callable[[Answer], Answer]] = {
    "closure that counts its calls": closure,
    "functools.partial": functools.partial,
    "functools.partial of a function with one parameter more": partial_of_more,
    "object with __call__": _Object,
    "bound method": lambda answer: _Object(answer).method,
    "static method": static_method,
    "decorated, with functools.wraps": decorated,
    "decorated, without functools.wraps": decorated_without_wraps,
    "lambda around it": lambda answer: lambda *args, **kwargs: answer(*args, **kwargs),
}
WRITTEN: dict[str, text.Rewrite] = {
    "as it stands, by exec": lambda function: [function],
    "type hints": type_hints,
    "defaults": defaults,
    "one parameter more, with a default": one_more_parameter,
    "helper in another cell": helper_in_another_cell,
    "lambda": as_lambda,
    "without a docstring": without_a_docstring,
    "defined twice": defined_twice,
}
VARIANTS = (
    *(wrapping(KIND, name, wrap) for name, wrap in WRAPPED.items()),
    *(text.rewriting(KIND, name, rewrite) for name, rewrite in WRITTEN.items()),
    _keyword_only(),
)
