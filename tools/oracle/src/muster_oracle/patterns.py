"""Paths that are regular expressions, as templates: groups become parameters, with a value that fits each."""

from typing import Any, Dict, Iterable, List, Tuple

try:
    import re._constants as constants
    import re._parser as parser
except ImportError:  # before Python 3.11
    import sre_constants as constants  # type: ignore[no-redef]
    import sre_parse as parser  # type: ignore[no-redef]


def template_of(pattern: str) -> Tuple[str, Dict[str, str]]:
    """`/ships/(?P<id>\\d+)/?` is `/ships/{id}`. What has no name is called by its number among those without one; optional text is left out."""
    parsed = parser.parse(pattern)
    names = {number: name for name, number in parsed.state.groupdict.items()}
    parts: List[str] = []
    values: Dict[str, str] = {}
    _walk(parsed, names, parts, values)
    return "".join(parts), values


def _walk(tokens: Iterable[Tuple[Any, Any]], names: Dict[int, str], parts: List[str], values: Dict[str, str]) -> None:
    for kind, argument in tokens:
        if kind is constants.LITERAL:
            parts.append(chr(argument))
        elif kind is constants.AT:
            continue
        elif kind is constants.SUBPATTERN and all(one is constants.LITERAL for one, _ in argument[3]):
            parts.append(_sample(argument[3]))
        elif kind is constants.SUBPATTERN and argument[0] is not None:
            _hole(names.get(argument[0]), _sample(argument[3]), parts, values)
        elif kind is constants.SUBPATTERN:
            _walk(argument[3], names, parts, values)
        elif kind is constants.MAX_REPEAT and argument[0] == 0 and argument[1] == 1:
            continue
        else:
            _hole(None, _sample([(kind, argument)]), parts, values)


def _hole(name: Any, sample: str, parts: List[str], values: Dict[str, str]) -> None:
    name = name or str(sum(one.isdigit() for one in values))
    parts.append("{" + name + "}")
    values[name] = sample


def _sample(tokens: Iterable[Tuple[Any, Any]]) -> str:
    return "".join(_one(kind, argument) for kind, argument in tokens)


def _one(kind: Any, argument: Any) -> str:
    if kind is constants.LITERAL:
        return chr(argument)
    if kind is constants.NOT_LITERAL or kind is constants.ANY:
        return "a"
    if kind is constants.IN:
        return _member(argument)
    if kind in (constants.MAX_REPEAT, constants.MIN_REPEAT):
        least, most, inner = argument
        return _sample(inner) * min(max(least, 1), int(most))
    if kind is constants.SUBPATTERN:
        return _sample(argument[3])
    if kind is constants.BRANCH:
        return _sample(argument[1][0])
    if kind is constants.CATEGORY:
        return "1" if argument is constants.CATEGORY_DIGIT else "a"
    return ""


def _member(members: List[Tuple[Any, Any]]) -> str:
    kind, argument = members[0]
    if kind is constants.NEGATE:
        return "a"
    if kind is constants.RANGE:
        return chr(argument[0])
    return _one(kind, argument)
