"""Ways to compute: other names, loops for comprehensions, other spellings of a formula, float32; noise beside it."""

import ast
import functools
import symtable
from typing import Any, ClassVar

import numpy as np

from tests.variants import text
from tests.variants.variant import Answer, Variant, wrapping

KIND = "ways to compute"
NOISE = "noise beside it"


def renamed_locals(function: ast.FunctionDef) -> list[ast.stmt] | None:
    """All local names changed; those of inner functions, classes and lambdas are left, and with them what they use."""
    table = symtable.symtable(ast.unparse(function), "x", "exec").get_children()[0]
    inner = {s.get_name() for child in table.get_children() for s in child.get_symbols()}
    own = {s.get_name() for s in table.get_symbols() if s.is_local() and not s.is_parameter() and not s.is_imported()}
    stored = {n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    other = {n.name for n in ast.walk(function) if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    names = (own & stored) - inner - other
    if not names:
        return None

    class Rename(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.AST:
            return ast.copy_location(ast.Name(f"my_{node.id}", node.ctx), node) if node.id in names else node

    return [Rename().visit(function)]


class Squares(ast.NodeTransformer):
    """x ** 2 as np.square(x)."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Pow) and isinstance(node.right, ast.Constant) and node.right.value == 2:
            return ast.Call(ast.parse("np.square", mode="eval").body, [node.left], [])
        return node


class Products(ast.NodeTransformer):
    """x ** 2 as x * x."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Pow) and isinstance(node.right, ast.Constant) and node.right.value == 2:
            return ast.BinOp(node.left, ast.Mult(), node.left)
        return node


def _is_numpy(node: ast.AST, *names: str) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "np"
        and node.attr in names
    )


class Roots(ast.NodeTransformer):
    """np.sqrt(x) as x ** 0.5."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if _is_numpy(node.func, "sqrt") and len(node.args) == 1 and not node.keywords:
            return ast.BinOp(node.args[0], ast.Pow(), ast.Constant(0.5))
        return node


class Means(ast.NodeTransformer):
    """np.mean(x) as np.sum(x) / np.size(x)."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if _is_numpy(node.func, "mean") and len(node.args) == 1 and not node.keywords:
            total, size = (ast.parse(f"np.{name}", mode="eval").body for name in ("sum", "size"))
            return ast.BinOp(ast.Call(total, node.args, []), ast.Div(), ast.Call(size, node.args, []))
        return node


class Einsum(ast.NodeTransformer):
    """a @ b as np.einsum over the last two axes."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.op, ast.MatMult):
            return node
        einsum = ast.parse("np.einsum", mode="eval").body
        return ast.Call(einsum, [ast.Constant("...ij,...jk->...ik"), node.left, node.right], [])


class WithoutCasts(ast.NodeTransformer):
    """float(x) as x: what NumPy gives is returned."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        cast = isinstance(node.func, ast.Name) and node.func.id == "float"
        return node.args[0] if cast and len(node.args) == 1 and not isinstance(node.args[0], ast.Constant) else node


class Turned(ast.NodeTransformer):
    """a < b as b > a."""

    OTHER: ClassVar = {ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE, ast.Eq: ast.Eq}

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        if len(node.ops) == 1 and (other := self.OTHER.get(type(node.ops[0]))):
            return ast.Compare(node.comparators[0], [other()], [node.left])
        return node


class Loops(ast.NodeTransformer):
    """Comprehensions and generators as loops that fill a list or a dictionary, in a function of their own."""

    def _called(self, body: str, node: Any, fill: str) -> ast.AST:
        made: ast.stmt = ast.parse(fill).body[0]
        for generator in reversed(node.generators):
            for condition in reversed(generator.ifs):
                made = ast.If(condition, [made], [])
            made = ast.For(generator.target, generator.iter, [made], [])
        # an immediately called function: `(lambda: ...)` cannot hold a loop, exec of a def beside it can
        name = f"_loop_{len(self.made)}"
        define = ast.parse(f"def {name}():\n    _list = {body}\n    return _list").body[0]
        assert isinstance(define, ast.FunctionDef)
        define.body[1:1] = [made]
        self.made.append(define)
        return ast.Call(ast.Name(name, ast.Load()), [], [])

    def __init__(self) -> None:
        self.made: list[ast.stmt] = []

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        return node  # its parameters are not known where the loop would stand

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return node

    def visit_ListComp(self, node: ast.ListComp) -> ast.AST:
        return self._called("[]", node, f"_list.append({ast.unparse(node.elt)})")

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> ast.AST:
        return self._called("[]", node, f"_list.append({ast.unparse(node.elt)})")

    def visit_DictComp(self, node: ast.DictComp) -> ast.AST:
        return self._called("{}", node, f"_list[{ast.unparse(node.key)}] = {ast.unparse(node.value)}")


def loops(function: ast.FunctionDef) -> list[ast.stmt] | None:
    """Comprehensions of top-level statements as loops before the statement."""
    body: list[ast.stmt] = []
    found = 0
    for statement in function.body:
        if not isinstance(statement, ast.Return | ast.Assign | ast.Expr):
            body.append(statement)
            continue
        transformer = Loops()
        transformer.made = body_made = [ast.Pass()] * found
        changed = transformer.visit(statement)
        body += [*body_made[found:], changed]
        found = len(body_made)
    function.body = body
    return [function] if found else None


def float32_arguments(answer: Answer) -> Answer:
    """Every array of floats that is passed is made float32 first, and networks draw their weights so."""

    def single(value: Any) -> Any:
        if isinstance(value, np.ndarray) and value.dtype == np.float64:
            return value.astype(np.float32)
        if hasattr(value, "initialize") and hasattr(value, "forward"):
            return _in_float32(value)
        if hasattr(value, "kernels") and hasattr(value, "astype"):
            return value.astype(np.float32)
        return value

    @functools.wraps(answer)
    def converted(*args: Any, **kwargs: Any) -> Any:
        return answer(*map(single, args), **{key: single(value) for key, value in kwargs.items()})

    return converted


def _in_float32(network: Any) -> Any:
    """The network, drawing weights in float32: `network.initialize(initializer, rng, dtype=np.float32)`."""
    kind = type(network)

    def initialize(self: Any, initializer: Any, rng: Any, replicas: int = 1, dtype: Any = np.float32) -> Any:
        return kind.initialize(self, initializer, rng, replicas, dtype)

    made = object.__new__(type(kind.__name__, (kind,), {"initialize": initialize}))
    made.__dict__.update(network.__dict__)
    return made


WRITTEN: dict[str, text.Rewrite] = {
    "other names for locals": renamed_locals,
    "x ** 2 as np.square": text.transforming(Squares),
    "x ** 2 as x * x": text.transforming(Products),
    "np.sqrt as a power": text.transforming(Roots),
    "np.mean as a sum over a size": text.transforming(Means),
    "a @ b as np.einsum": text.transforming(Einsum),
    "without float()": text.transforming(WithoutCasts),
    "comparisons turned round": text.transforming(Turned),
    "loops for comprehensions": loops,
}
NOISES: dict[str, text.Rewrite] = {
    "prints": text.at_the_start("print('computing', end=' ')", "import sys", "print('more', file=sys.stderr)"),
    "warns": text.at_the_start("import warnings", "warnings.warn('this may take a while', stacklevel=2)"),
    "logs": text.at_the_start("import logging", "logging.getLogger().warning('computing')"),
    "draws from np.random and throws it away": text.at_the_start("import numpy", "numpy.random.rand(3)"),
    "seeds np.random": text.at_the_start("import numpy", "numpy.random.seed(0)"),
    "counts in a global": text.at_the_start("global _calls", "_calls = globals().get('_calls', 0) + 1"),
    "asserts": text.at_the_start("assert True, 'never'"),
    "changes NumPy's print options": text.at_the_start("import numpy", "numpy.set_printoptions(precision=2)"),
    "imports inside": text.at_the_start("import numpy as np"),
}
VARIANTS: tuple[Variant, ...] = (
    *(text.rewriting(KIND, name, rewrite) for name, rewrite in WRITTEN.items()),
    wrapping(KIND, "float32 arguments", float32_arguments),
    *(text.rewriting(NOISE, name, rewrite) for name, rewrite in NOISES.items()),
)
