import { expect, test } from "vitest";
import { judge } from "./test-support/judge-case.ts";

const middleware = `
import sys
from starlette.middleware.base import BaseHTTPMiddleware
class Guard(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        if request.headers.get("authorization") != f"Bearer {SECRET}":
            return JSONResponse({}, status_code=401)
        return await call_next(request)
def yes(text):
    if text.lower() in ("1", "yes"):
        return True
    if text.lower() in ("0", "no"):
        return False
    raise ValueError(text)
SECRET = os.environ["SECRET"]
@app.get("/x")
def x(): return 1
`;

test.each([
  ["switched on by a variable", `os.getenv("SECURE") == "true"`, "public", "off-by-default"],
  ["switched on by a variable or an option", `os.getenv("SECURE") == "true" or "--secure" in sys.argv`, "public", "off-by-default"],
  ["off by a default of the code's", `yes(os.getenv("SECURE", "no"))`, "public", "off-by-default"],
  ["on by a default of the code's", `yes(os.getenv("SECURE", "yes"))`, "protected", undefined],
  ["there unless a variable is set", `not os.getenv("INSECURE")`, "unknown", undefined],
  ["there by a variable that has to be set", `os.environ["SECURE"] == "true"`, "unknown", undefined],
])("middleware %s", async (_, condition, posture, flaw) => {
  const { endpoint } = await judge({ claim: "", code: `${middleware}\nif ${condition}:\n    app.add_middleware(Guard)\n` });
  expect([endpoint.posture, endpoint.guards[0]?.flaw]).toEqual([posture, flaw]);
  expect(endpoint.guards[0]?.environmentDefault).toBe(posture === "protected" ? true : undefined);
  expect(JSON.stringify(endpoint.guards)).toContain(JSON.stringify(condition).slice(1, -1));
});

test("a guard that is there in any case is told before one that is there by default", async () => {
  const { endpoint } = await judge({ claim: "", code: `${middleware}\nif yes(os.getenv("SECURE", "yes")):\n    app.add_middleware(Guard)\n@app.get("/y")\ndef y(token: str = Depends(scheme)): return token\n`, route: "GET /y" });
  expect(endpoint.posture).toBe("protected");
  expect(endpoint.proof).toEqual(endpoint.guards.find(({ name }) => name !== "main.Guard")?.proof);
});

const wrapped = `
import functools
def checked(fn):
    @functools.wraps(fn)
    def inner(*args, **kwargs):
        def matches(value, hint):
            if hint.union:
                return any(matches(value, one) for one in hint.args)
            elif hint.other:
                return all(matches(one, hint) for one in value)
            return isinstance(value, hint)
        for name, value in kwargs.items():
            if not matches(value, hints_of(fn).get(name)):
                raise ValueError(name)
        return fn(*args, **kwargs)
    return inner
`;

test("decorators around what a handler calls, and one that walks what is not known, do not hide that it lets everybody pass", async () => {
  const depth = 7;
  const calls = Array.from({ length: depth }, (_, index) => `@checked\n@checked\ndef step${index}(*, key): return ${index + 1 < depth ? `step${index + 1}(key=key)` : "key"}`).join("\n");
  const { endpoint } = await judge({ claim: "", code: `${wrapped}${calls}\n@app.get("/x")\ndef x(key: str, authorization: str = Header(None)): return step0(key=key)\n` });
  expect([endpoint.posture, endpoint.reason]).toEqual(["public", undefined]);
});

const plain = `
import functools
def passing(fn):
    @functools.wraps(fn)
    def inner(*args, **kwargs):
        return fn(*args, **kwargs)
    return inner
`;

test("what turns callers away behind decorators is found at any number of them", async () => {
  const { endpoint } = await judge({ claim: "", code: `${plain}\n${"@passing\n".repeat(14)}def verify(*, key):\n    if key != os.environ["KEY"]:\n        raise HTTPException(status_code=401)\n@app.get("/x")\ndef x(authorization: str = Header()): return verify(key=authorization)\n` });
  expect(endpoint.posture).toBe("protected");
});

test("what a function that calls itself turns away further in is not taken for open", async () => {
  const { endpoint } = await judge({ claim: "", code: `def check(level, token):\n    if level == 0:\n        raise HTTPException(status_code=401)\n    return check(level - 1, token)\n@app.get("/x")\ndef x(authorization: str = Header()): return check(6, authorization)\n` });
  expect(endpoint.posture).not.toBe("public");
});
