import { expect, test } from "vitest";
import { judged } from "./test-support/link-project.ts";

const ok = `    return HttpResponse("ok")`;
const get = `    def get(self, request, pk):\n        return HttpResponse("ok")`;

test.each([
  ["a decorator from outside the repository", `from company.auth import auth_required\n@auth_required\ndef view(request, pk):\n${ok}`, /company\.auth\.auth_required could not be followed/],
  ["a view from outside the repository", `from company.views import user_page as view\n`, /the handler is not known/],
])("is not decided: %s", async (_, code, reason) => {
  const found = await judged(code);
  expect([found.posture, found.reason]).toEqual(["unknown", expect.stringMatching(reason)]);
});

test("is not decided: a method of a class view that depends on what is not known, inside the view", async () => {
  const found = await judged(`from company.auth import allowed\nclass V(View):\n    def get(self, request, pk):\n        if allowed(request.user):\n            return HttpResponse("ok")\n        return HttpResponseForbidden()`);
  expect(found.posture).not.toBe("public");
});

test("is not decided: permissions that rules of the project grant", async () => {
  const found = await judged(`@permission_required("app.view")\ndef view(request, pk):\n${ok}`, { settings: `AUTHENTICATION_BACKENDS = ["rules.permissions.ObjectPermissionBackend"]\n` });
  expect(found.posture).toBe("unknown");
});

test("is not decided: middleware of a library whose name speaks of callers", async () => {
  const found = await judged(`class V(View):\n${get}`, { settings: `MIDDLEWARE += ["company.auth.TokenAuthMiddleware"]\n` });
  expect([found.posture, found.reason]).toEqual(["unknown", expect.stringContaining("company.auth.TokenAuthMiddleware could not be followed")]);
});

test.each([
  ["on the environment is open by default", `os.environ.get("CLOSED")`, "public", "off-by-default", undefined],
  ["with a default of its own is protected by it", `os.environ.get("CLOSED", "yes") == "yes"`, "protected", undefined, true],
  ["on anything else is not decided", `os.path.exists("/closed")`, "unknown", undefined, undefined],
])("middleware that is listed under a condition %s", async (_, condition, posture, flaw, environmentDefault) => {
  const code = `from django.http import HttpResponse\ndef guard(get_response):\n    def middleware(request):\n        if not request.user.is_authenticated:\n            return HttpResponse(status=401)\n        return get_response(request)\n    return middleware\n`;
  const found = await judged(`def view(request, pk):\n${ok}`, { settings: `import os\nif ${condition}:\n    MIDDLEWARE += ["project.guard.guard"]\n`, others: { "project/guard.py": code } });
  const guard = found.guards.find(({ name }) => name === "project.guard.guard");
  expect([found.posture, guard?.flaw, guard?.environmentDefault]).toEqual([posture, flaw, environmentDefault]);
  expect(JSON.stringify(found)).toContain(condition.replaceAll('"', String.raw`\"`));
});

test.each([
  ["a list that is made anew without another entry", `MIDDLEWARE = [one for one in MIDDLEWARE if one != "company.search.SearchMiddleware"]`],
  ["one of two lists that is made anew", `pass\nif os.environ.get("AUDIT"):\n    MIDDLEWARE = [*MIDDLEWARE, "company.audit.AuditMiddleware"]\nif os.environ.get("SEARCH", "on") != "on":\n    MIDDLEWARE = [one for one in MIDDLEWARE if one != "company.search.SearchMiddleware"]`],
  ["a list from which another entry is taken", `MIDDLEWARE.remove("company.search.SearchMiddleware")`],
])("middleware is there in any case though the environment decides about %s", async (_, without) => {
  const code = `from django.http import HttpResponse\ndef guard(get_response):\n    def middleware(request):\n        if not request.user.is_authenticated:\n            return HttpResponse(status=401)\n        return get_response(request)\n    return middleware\n`;
  const found = await judged(`def view(request, pk):\n${ok}`, { settings: `import os\nMIDDLEWARE += ["company.search.SearchMiddleware", "project.guard.guard"]\nif os.environ.get("SEARCH", "on") != "on":\n    ${without}\n`, others: { "project/guard.py": code } });
  expect([found.posture, found.guards.find(({ name }) => name === "project.guard.guard")?.environmentDefault]).toEqual(["protected", undefined]);
});
