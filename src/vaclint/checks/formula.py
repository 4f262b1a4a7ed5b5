"""Formulas of numbers, names and + - * / with parentheses; nothing else of Python is taken."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping

LONGEST = 1000
"""A formula may have so many characters, which bounds its depth as well."""
_OPERATORS: Mapping[type[ast.AST], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def value_of(formula: str, names: Mapping[str, float]) -> float:
    """The value of a formula. A name may have a hyphen in it, which is no minus: that has spaces
    around it. Raises ValueError for what is no formula, ZeroDivisionError and OverflowError.
    """
    if len(formula) > LONGEST:
        raise ValueError(f"it has more than {LONGEST} characters")
    for name in names:
        if "-" in name:
            formula = formula.replace(name, name.replace("-", "_"))
    plain = {name.replace("-", "_"): value for name, value in names.items()}
    try:
        return _value(ast.parse(formula.strip(), mode="eval").body, plain)
    except (SyntaxError, RecursionError, MemoryError):
        raise ValueError("it cannot be read") from None


def _value(node: ast.expr, names: Mapping[str, float]) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        if not isinstance(node.value, bool):
            return float(node.value)
    elif isinstance(node, ast.Name):
        if node.id in names:
            return float(names[node.id])
        known = ", ".join(sorted(names)).replace("_", "-")
        raise ValueError(f"'{node.id}' is not counted; known are {known}")
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, names)
    elif isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        apply = _OPERATORS[type(node.op)]
        return apply(_value(node.left, names), _value(node.right, names))
    raise ValueError(f"'{ast.unparse(node)}' is no number, name or sum of these")
