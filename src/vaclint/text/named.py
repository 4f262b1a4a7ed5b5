"""``NamedTuple`` as in ``typing``, made in a seventh of the time.

There are two hundred of them, and those of ``typing`` took a tenth of a short run: each compiles
its annotations and its constructor. Here nothing is compiled: annotations are texts already, and
the constructor is one of a few, with the names of the fields put in. What a class can do is the
same but for ``__orig_bases__`` and ``__annotations__`` of types.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING or sys.version_info >= (3, 14):  # from there on annotations are read otherwise
    from typing import NamedTuple as NamedTuple
else:
    from _collections import _tuplegetter
    from collections.abc import Mapping
    from types import FunctionType, MappingProxyType

    _new = tuple.__new__
    _CONSTRUCTORS = (
        lambda _cls: _new(_cls, ()),
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
    )
    """By the number of fields; a class with more has its own compiled."""

    def _constructor(
        fields: tuple[str, ...], defaults: tuple[Any, ...], module: object
    ) -> FunctionType:
        """``__new__`` of a class with some fields, of which the last have defaults."""
        if len(fields) < len(_CONSTRUCTORS):
            code = _CONSTRUCTORS[len(fields)].__code__
            code = code.replace(co_varnames=("_cls", *fields), co_name="__new__")
        else:
            names = ", ".join(fields)
            code = eval(f"lambda _cls, {names}: _new(_cls, ({names}))", {}).__code__
        made = FunctionType(code, {"_new": _new, "__name__": module}, "__new__", defaults or None)
        made.__qualname__ = "__new__"
        return made

    class _Named(tuple):
        """What every named tuple can do."""

        __slots__ = ()
        _fields: tuple[str, ...] = ()
        _field_defaults: Mapping[str, Any] = MappingProxyType({})

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Any:
            made = _new(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, **values: Any) -> Any:
            made = _new(self.__class__, map(values.pop, self._fields, self))
            if values:
                raise ValueError(f"Got unexpected field names: {list(values)!r}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            shown = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{self.__class__.__name__}({', '.join(shown)})"

    class _Meta(type):
        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
            if not bases:
                return super().__new__(cls, name, bases, namespace)
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace[field] for field in fields if field in namespace}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"a field of {name} without default cannot follow default field")
            getters = {field: _tuplegetter(at, None) for at, field in enumerate(fields)}
            given = {key: value for key, value in namespace.items() if key not in defaults}
            new = _constructor(fields, tuple(defaults.values()), namespace["__module__"])
            return type(
                name,
                (_Named,),
                {
                    **given,
                    **getters,
                    "__slots__": (),
                    "__new__": new,
                    "__match_args__": fields,
                    "_fields": fields,
                    "_field_defaults": defaults,
                },
            )

    class NamedTuple(metaclass=_Meta):
        """The base of a class whose annotated names become the fields of a tuple."""


Row = TypeVar("Row", bound=tuple[Any, ...])


def rows(kind: type[Row], *columns: Iterable[Any]) -> Iterator[Row]:
    """The named tuples that columns make, one for each field, in six tenths of the time that their
    constructor takes.
    """
    return cast("Iterator[Row]", map(tuple.__new__, repeat(kind), zip(*columns, strict=True)))
