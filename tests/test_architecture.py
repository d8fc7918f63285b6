"""The house as it was drawn: who may import whom, and what the sim must not contain.

The import contracts are in pyproject.toml and run by import-linter. The rest reads the syntax trees of
the rooms whose numbers feed the sim, for what would make two machines part (docs/DETERMINISM.md).
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
GAME = HOUSE / "game"
SIM_ROOMS = ("sim", "content", "levels")
PRESENTATION = ("render", "audio", "input")
SEEN_OF_SIM = ("game.sim.view", "game.sim.events", "game.sim.input_frame")

LIBM = {
    "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "hypot", "dist", "pow", "exp", "expm1", "exp2",
    "log", "log2", "log10", "log1p", "sinh", "cosh", "tanh", "cbrt", "fsum", "sumprod", "degrees", "radians",
}  # fmt: skip
NUMPY_BANNED = {
    "sin", "cos", "tan", "arctan2", "arctan", "arcsin", "arccos", "hypot", "exp", "log", "power", "float_power",
    "dot", "matmul", "einsum", "sum", "cumsum", "mean", "linalg", "convolve", "interp",
}  # fmt: skip
WHOLE_FIELDS = {"value", "units", "points"}
"""Fields that are whole numbers in every dataclass that has them."""
CLOCKS_AND_DICE = {"random", "time", "datetime", "os", "secrets", "uuid", "threading", "multiprocessing", "socket"}


def files_of(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (GAME / room).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full name of everything a file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def test_rooms_import_as_the_contracts_say() -> None:
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(cache_dir=None))"
    done = subprocess.run([sys.executable, "-c", program], cwd=HOUSE, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", files_of(*PRESENTATION), ids=name_of)
def test_presentation_sees_three_files_of_the_sim(path: Path) -> None:
    seen = [name for _, name in imported(tree_of(path)) if name.startswith("game.sim")]
    strays = [name for name in seen if name != "game.sim" and not name.startswith(SEEN_OF_SIM)]
    assert not strays, f"{name_of(path)} imports {strays}, expected only {SEEN_OF_SIM}"


@pytest.mark.parametrize("path", files_of("sim", "content"), ids=name_of)
def test_the_sim_has_no_clock_and_no_dice_of_python(path: Path) -> None:
    strays = [f"{line}: {name}" for line, name in imported(tree_of(path)) if name.split(".")[0] in CLOCKS_AND_DICE]
    assert not strays, f"{name_of(path)}: {strays}"


def test_pymunk_has_one_user() -> None:
    users = {name_of(path) for path in GAME.rglob("*.py") for _, name in imported(tree_of(path))
             if name.split(".")[0] in ("pymunk", "_cffi_backend", "cffi")}  # fmt: skip
    assert users <= {"game/sim/physics.py"}


def test_the_package_files_of_rooms_are_empty() -> None:
    """Importing game.sim.view must not import the world."""
    full = [name_of(path) for path in GAME.glob("*/__init__.py") if tree_of(path).body[1:]]
    assert not full


@pytest.mark.parametrize("path", files_of(*SIM_ROOMS), ids=name_of)
def test_nothing_that_feeds_the_sim_depends_on_the_machine(path: Path) -> None:
    strays = [f"{name_of(path)}:{line}: {what}" for line, what in machine_dependence(tree_of(path))]
    assert not strays, "\n".join(strays)


@pytest.mark.parametrize("path", files_of("sim", "content"), ids=name_of)
def test_the_sim_adds_floats_in_loops_and_knows_no_addresses(path: Path) -> None:
    strays = [f"{name_of(path)}:{line}: {what}" for line, what in sum_or_address(tree_of(path))]
    assert not strays, "\n".join(strays)


def machine_dependence(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and reason of whatever may differ with C library, processor, process or Python version."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Pow):
            yield node.lineno, "** is the C library's pow"
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id in ("math", "cmath") and node.attr in LIBM:
                yield node.lineno, f"math.{node.attr} is the C library's"
            if node.value.id in ("np", "numpy") and node.attr in NUMPY_BANNED:
                yield node.lineno, f"numpy's {node.attr} differs with the processor's vector unit"
        elif isinstance(node, ast.ImportFrom) and node.module == "math":
            yield from ((node.lineno, f"math.{a.name} is the C library's") for a in node.names if a.name in LIBM)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from banned_call(node, node.func.id)
        for source in iterated(node):
            if is_set(source):
                yield source.lineno, "a set is walked in an order that differs from process to process; sort it"


def banned_call(node: ast.Call, name: str) -> Iterator[tuple[int, str]]:
    if name == "hash":
        yield node.lineno, "hash() is salted in every process"
    elif name == "pow":
        yield node.lineno, "pow() is the C library's"


def sum_or_address(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "id":
                yield node.lineno, "id() is an address"
            elif node.func.id == "sum" and not counts_whole_numbers(node):
                yield node.lineno, "sum() of floats changed in Python 3.12; add in a loop (or sum(1 for ...))"


def counts_whole_numbers(node: ast.Call) -> bool:
    """`sum` over whole numbers by construction: ones, lengths, int(...), comparisons, or whole fields of specs."""
    if not node.args or not isinstance(node.args[0], ast.GeneratorExp | ast.ListComp):
        return False
    element = node.args[0].elt
    if isinstance(element, ast.Constant):
        return isinstance(element.value, int)
    if isinstance(element, ast.Attribute):
        return element.attr in WHOLE_FIELDS
    is_whole_call = isinstance(element, ast.Call) and isinstance(element.func, ast.Name)
    return isinstance(element, ast.Compare) or (is_whole_call and element.func.id in ("len", "int"))  # type: ignore[attr-defined]


def iterated(node: ast.AST) -> list[ast.expr]:
    """What is walked in order at this node."""
    if isinstance(node, ast.For | ast.comprehension):
        return [node.iter]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
        return [node.args[0]] if node.func.id in ("list", "tuple", "enumerate", "iter", "zip", "map") else []
    return []


def is_set(source: ast.expr) -> bool:
    if isinstance(source, ast.Set | ast.SetComp):
        return True
    is_call = isinstance(source, ast.Call) and isinstance(source.func, ast.Name)
    return is_call and source.func.id in ("set", "frozenset")  # type: ignore[attr-defined]


BAD = (
    "x = 4.8 ** 2",
    "x **= 2",
    "from math import hypot",
    "import math\nmath.sin(1)",
    "import numpy as np\nnp.dot(a, b)",
    "hash('a')",
    "pow(2.0, 3)",
    "id(x)",
    "for x in {1, 2}: pass",
    "[x for x in set(y)]",
    "list(frozenset(y))",
    "sum(speeds)",
    "sum(x.speed for x in cars)",
)
GOOD = ("x = sqrt(y)", "sum(1 for x in y if x)", "sorted({1, 2})", "a * a", "sum(len(x) for x in y)")


@pytest.mark.parametrize("bad", BAD)
def test_the_rules_catch_what_they_are_for(bad: str) -> None:
    tree = ast.parse(bad)
    assert [*machine_dependence(tree), *sum_or_address(tree)]


@pytest.mark.parametrize("good", GOOD)
def test_the_rules_leave_the_rest_alone(good: str) -> None:
    tree = ast.parse(good)
    assert not [*machine_dependence(tree), *sum_or_address(tree)]
