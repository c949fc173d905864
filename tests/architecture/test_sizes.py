"""Files and functions stay small enough to be read at once."""

import ast

from tests.architecture.repository import CODE, ROOT, python_files

LINES_OF_A_FILE = 300
LINES_OF_A_TEST_FILE = 500
LINES_OF_A_FUNCTION = 60
# Name → the size it has now. Entries leave this list; none comes in.
EXCEPTIONS: dict[str, int] = {}


def test_files_are_within_budget() -> None:
    sizes = {
        **_oversized_files(CODE, LINES_OF_A_FILE),
        **_oversized_files(("tests",), LINES_OF_A_TEST_FILE),
    }
    assert _beyond_exceptions(sizes) == {}


def test_functions_are_within_budget() -> None:
    sizes: dict[str, int] = {}
    for path in python_files(*CODE, "tests"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                lines = node.end_lineno - node.lineno + 1
                if lines > LINES_OF_A_FUNCTION:
                    sizes[f"{path.relative_to(ROOT)}:{node.name}"] = lines
    assert _beyond_exceptions(sizes) == {}


def _oversized_files(folders: tuple[str, ...], budget: int) -> dict[str, int]:
    sizes = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in python_files(*folders)
    }
    return {name: size for name, size in sizes.items() if size > budget}


def _beyond_exceptions(sizes: dict[str, int]) -> dict[str, int]:
    return {name: size for name, size in sizes.items() if size > EXCEPTIONS.get(name, 0)}
