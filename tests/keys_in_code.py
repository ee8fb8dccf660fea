"""Which keys of mistakes the grader's code names, found by reading it.

A key is named wherever a `Wrong` or a dataclass with a field `key` is made (`Mistake`, `Formula`, ...), and wherever
a function is called that hands one of its parameters on to such a place (`expect`, `known`, ...).
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

Callee = tuple[str, str]  # module, name of a function or class
Modules = Mapping[str, ast.Module]  # by dotted name

ALREADY_READ = ("key", "misconception")  # attributes of what was made with a key: it was read there


@dataclass(frozen=True)
class Parameter:
    """The parameter of a function or class that is a key."""

    position: int | None  # None: by keyword only
    name: str


@dataclass
class Keys:
    """What reading the code found."""

    used: dict[str, set[str]] = field(default_factory=dict)  # key -> the modules that name it
    unclear: set[str] = field(default_factory=set)  # "module: expression", of which no constant was found


def keys_in(modules: Modules, wrong: Callee) -> Keys:
    """The keys that modules name: in calls of `wrong`, and of all that turns out to be given keys."""
    given = {wrong: Parameter(1, "misconception")}
    for module, tree in modules.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and "key" in (fields := _fields(node)):
                given[module, node.name] = Parameter(fields.index("key"), "key")
    while True:
        found, before = Keys(), len(given)
        for module in modules:
            Reader(module, modules, given, found).visit(modules[module])
        if len(given) == before:
            return found


class Reader(ast.NodeVisitor):
    """Reads one module: every call that is given a key, and where the key comes from."""

    def __init__(self, module: str, modules: Modules, given: dict[Callee, Parameter], found: Keys):
        self.module, self.modules, self.given, self.found = module, modules, given, found
        self.imported = _imported(modules[module])
        self.functions: list[ast.FunctionDef] = []  # around the node that is visited

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """A function's own names are looked up while its body is read."""
        self.functions.append(node)
        self.generic_visit(node)
        self.functions.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """Reads the argument that is a key, if there is one."""
        if parameter := self.given.get(self.callee(node.func)):
            by_name = [k.value for k in node.keywords if k.arg == parameter.name]
            by_position = [] if parameter.position is None else node.args[parameter.position :][:1]
            for argument in by_name or by_position:
                self.read(argument)
        self.generic_visit(node)

    def callee(self, function: ast.expr) -> Callee:
        """Where what is called is defined."""
        match function:
            case ast.Name(name):
                found = self.imported.get(name, (self.module, name))
            case ast.Attribute(ast.Name(name), attribute) if name in self.imported:
                found = (".".join(self.imported[name]), attribute)
            case ast.Attribute(_, attribute):
                found = (self.module, attribute)
            case _:
                return "", ""
        while found[0] in self.modules and found[1] in (further := _imported(self.modules[found[0]])):
            found = further[found[1]]
        return found

    def read(self, argument: ast.expr) -> None:
        """Notes the keys that an argument may be."""
        for value in self.values(argument):
            match value:
                case ast.Constant(str(key)):
                    self.found.used.setdefault(key, set()).add(self.module)
                case ast.Constant(None):  # no mistake that is known
                    pass
                case ast.Attribute(_, name) if name in ALREADY_READ:
                    pass
                case ast.Name(name) if around := self.function_with(name):
                    self.given[self.module, around.name] = Parameter(_positions(around).get(name), name)
                case _:
                    self.found.unclear.add(f"{self.module}: {ast.unparse(value)}")

    def values(self, expression: ast.expr) -> Iterator[ast.expr]:
        """What an expression may be: through choices, names, columns of tables, entries of dictionaries and returns."""
        match expression:
            case ast.Call(ast.Name(name)) if returned := self.returned(name):
                yield from returned
            case ast.IfExp(_, yes, no):
                yield from self.values(yes)
                yield from self.values(no)
            case ast.Subscript(ast.Name() as table) | ast.Call(ast.Attribute(ast.Name() as table, "get")):
                defaults = expression.args[1:] if isinstance(expression, ast.Call) else []
                for found in [*self.values(table), *defaults]:
                    if isinstance(found, ast.Dict):
                        for value in found.values:
                            yield from self.values(value)
                    else:
                        yield found if found in defaults else expression
            case ast.Name(name) if not self.function_with(name):
                here = self.functions[-1] if self.functions else self.modules[self.module]
                own, general = (list(self.assigned(name, scope)) for scope in (here, self.modules[self.module]))
                yield from own or general or [expression]
            case _:
                yield expression

    def returned(self, function: str) -> list[ast.expr]:
        """What a function of this module returns, if each of it is a constant."""
        nodes = [node for node in self.modules[self.module].body if isinstance(node, ast.FunctionDef)]
        returns = [each for n in nodes if n.name == function for each in ast.walk(n) if isinstance(each, ast.Return)]
        found = [value for each in returns for value in self.values(each.value or ast.Constant(None))]
        return found if all(isinstance(value, ast.Constant) for value in found) else []

    def assigned(self, name: str, scope: ast.AST) -> Iterator[ast.expr]:
        """What a name is set to in a function or module, by itself or as a part of a tuple; each turn of a loop."""
        for node in ast.walk(scope):
            match node:
                case ast.Assign([target], value) | ast.AnnAssign(target, _, ast.expr() as value) if _sets(target, name):
                    yield from self.part(target, name, self.values(value))
                case ast.For(target, table) | ast.comprehension(target, table) if _sets(target, name):
                    for found in self.values(table):
                        rows = found.elts if isinstance(found, ast.Tuple | ast.List) else [found]
                        yield from self.part(target, name, (value for row in rows for value in self.values(row)))

    def part(self, target: ast.expr, name: str, values: Iterable[ast.expr]) -> Iterator[ast.expr]:
        """What a name in a target is when the target is one of these values."""
        for value in values:
            match target, value:
                case ast.Name(), _:
                    yield value
                case ast.Tuple(names), ast.Tuple(parts) if len(names) == len(parts):
                    for inner, item in zip(names, parts, strict=True):
                        if _sets(inner, name):
                            yield from self.part(inner, name, self.values(item))
                case _:
                    yield value

    def function_with(self, parameter: str) -> ast.FunctionDef | None:
        """The function around that has this parameter: its callers tell what it is."""
        around = (f for f in reversed(self.functions) if parameter in _positions(f))
        return next(around, None)


def _positions(function: ast.FunctionDef) -> dict[str, int | None]:
    """Its parameters, with their positions in a call."""
    ordered = [a.arg for a in (*function.args.posonlyargs, *function.args.args) if a.arg not in ("self", "cls")]
    return {name: position for position, name in enumerate(ordered)} | {a.arg: None for a in function.args.kwonlyargs}


def _fields(node: ast.ClassDef) -> list[str]:
    return [n.target.id for n in node.body if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)]


def _sets(target: ast.expr, name: str) -> bool:
    return name in {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}


@cache  # a module is read once for each function that takes keys
def _imported(tree: ast.Module) -> dict[str, Callee]:
    """Names in a module -> where they are from."""
    return {
        name.asname or name.name: (node.module, name.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for name in node.names
    }
