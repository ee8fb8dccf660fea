"""Rewriting the text of a function, and running what comes of it beside the other names of its notebook."""

import ast
import copy
from collections.abc import Callable

from tests.variants.variant import Rewritten, Subject, Variant

Rewrite = Callable[[ast.FunctionDef], list[ast.stmt] | None]  # None: nothing to rewrite


def rewriting(kind: str, name: str, rewrite: Rewrite) -> Variant:
    """A variant that changes the function's text, where it has one of its own."""

    def apply(subject: Subject) -> Rewritten | None:
        source = subject.sources.get(subject.function)
        if source is None:
            return None
        (function,) = ast.parse(source).body
        if not isinstance(function, ast.FunctionDef):
            return None
        changed = rewrite(copy.deepcopy(function))
        if changed is None:
            return None
        module = ast.fix_missing_locations(ast.Module(changed, []))
        names = dict(subject.names())
        exec(compile(module, f"<{subject}>", "exec"), names)
        return Rewritten(names)

    return Variant(kind, name, apply)


def at_the_start(*lines: str) -> Rewrite:
    """Statements before everything else that the function does."""

    def rewrite(function: ast.FunctionDef) -> list[ast.stmt]:
        place = 0 if ast.get_docstring(function) is None else 1
        function.body[place:place] = ast.parse("\n".join(lines)).body
        return [function]

    return rewrite


def transforming(make: Callable[[], ast.NodeTransformer]) -> Rewrite:
    """Whatever a transformer changes in the body; nothing if it changes nothing."""

    def rewrite(function: ast.FunctionDef) -> list[ast.stmt] | None:
        before = ast.dump(function)
        body = [make().visit(statement) for statement in function.body]
        function.body = [s for found in body for s in (found if isinstance(found, list) else [found])]
        return None if ast.dump(function) == before else [function]

    return rewrite
