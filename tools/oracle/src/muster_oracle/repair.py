"""Makes a request valid by what its refusal says is wrong with it (FastAPI's 422, of pydantic 1 and 2)."""

from typing import Any, List

from .exchange import Answer, Request

UUID = "6f1c1d5e-0c53-4a39-8d5b-8f4b8d8e2a11"


def repair(request: Request, answer: Answer, parameters: dict) -> bool:
    """True when something was changed, and another try is worth it."""
    body = answer.json()
    details = body.get("detail") if isinstance(body, dict) else None
    if answer.status != 422 or not isinstance(details, list):
        return False
    changed = False
    for detail in details:
        place, *names = detail["loc"]
        value = _value(str(detail.get("type", "")), detail)
        if place == "body":
            changed |= _place_in_body(request, names, value)
        elif names:
            target = {"query": request.query, "header": request.headers, "cookie": request.cookies, "path": parameters}[place]
            name = str(names[0])
            changed |= target.get(name) != str(value)
            target[name] = str(value)
    if not changed and isinstance(request.body, dict) and not request.form:
        # What is asked for is there, and is not seen: it is asked for as a form.
        request.form = changed = True
    return changed


def _place_in_body(request: Request, names: List[Any], value: Any) -> bool:
    if not names:
        was, request.body = request.body, {} if request.body is None else value
        return was != request.body
    if not isinstance(request.body, dict):
        request.body = {}
    target = request.body
    for name in names[:-1]:
        target = target.setdefault(name, {})
    was = target.get(names[-1])
    target[names[-1]] = value
    return was != value


def _value(kind: str, detail: dict) -> Any:
    if "uuid" in kind:
        return UUID
    if "datetime" in kind:
        return "2024-01-02T03:04:05Z"
    if "date" in kind:
        return "2024-01-02"
    if "dict" in kind or "model" in kind:
        return {}
    if "list" in kind or "set" in kind:
        return []
    if "bool" in kind:
        return True
    if "enum" in kind or "literal" in kind:
        context = detail.get("ctx", {})
        expected = context.get("enum_values") or [str(context.get("expected", "")).split(" or ")[0].split(",")[0].strip("'")]
        return expected[0]
    if "str" in kind:
        return "text"
    return 1
