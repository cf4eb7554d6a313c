"""What every rule does around its answer: check what it was given, and turn refusals into rulings."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable
from dataclasses import replace
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

from toolkit.library.finding import LibraryError

from .kind import kind_of
from .law import Law
from .ruling import NotInForceError, Outcome, RefusalError, Ruling
from .scalar import Kind

P = ParamSpec("P")
T = TypeVar("T")
_LAW = "law"
"""Under what name a rule bears its law."""
VERSION = "version"
"""The input by which every rule that changes in time is asked of one version, or of one day."""
_VERSION_WORDS = "the name of a version, such as 6.0, or the day on which it was law, such as 2020-08-01"


def rule(law: Law) -> Callable[[Callable[P, Ruling[T]]], Callable[P, Ruling[T]]]:
    """Make a function answer with a Ruling whatever it is given.

    Arguments that are None or of another type than the function's annotations are refused; so is
    everything for which the function raises RefusalError, and each date that leads out of the calendar.
    """

    def wrap(function: Callable[P, Ruling[T]]) -> Callable[P, Ruling[T]]:
        @wraps(function)
        def ask(*args: P.args, **kwargs: P.kwargs) -> Ruling[T]:
            try:
                _check(function, args, kwargs)
                return function(*args, **kwargs)
            except NotInForceError as error:
                clause = replace(law.provision, version=error.version)
                return Ruling(Outcome.NOT_IN_FORCE, str(error), clause, None, error.standing)
            except (RefusalError, LibraryError) as error:
                return Ruling(Outcome.REFUSED, str(error), law.provision)
            except OverflowError:
                reason = "A date or a number is too far from any that can be reckoned with."
                return Ruling(Outcome.REFUSED, reason, law.provision)

        ask.__dict__[_LAW] = law
        return ask

    return wrap


def law_of(function: object) -> Law | None:
    """The law that a rule carries out; None for what is no rule."""
    law = getattr(function, "__dict__", {}).get(_LAW)
    return law if isinstance(law, Law) else None


def _check(function: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> None:
    kinds = inputs(function)
    for (name, kind), value in zip(kinds.items(), args, strict=False):
        if not kind.fits(value):
            raise RefusalError(_misfit(name, kind, value))
    for name, value in kwargs.items():
        if name in kinds and not kinds[name].fits(value):
            raise RefusalError(_misfit(name, kinds[name], value))


def _misfit(name: str, kind: Kind, value: object) -> str:
    if value is None:
        return f"{name}: it is missing: give {kind.words}."
    return f"{name}: “{str(value)[:60]}” is not {kind.words}."


@cache
def inputs(function: Callable[..., object]) -> dict[str, Kind]:
    """The inputs of a rule in order, with their kinds."""
    kinds = {name: kind_of(hint) for name, hint in types_of(function).items()}
    if VERSION in kinds:
        kinds[VERSION] = replace(kinds[VERSION], words=_VERSION_WORDS)
    return kinds


@cache
def types_of(function: Callable[..., object]) -> dict[str, Any]:
    """The inputs of a rule in order, with their types."""
    bare = inspect.unwrap(function)
    hints = typing.get_type_hints(bare)
    return {name: hints[name] for name in inspect.signature(bare).parameters}
