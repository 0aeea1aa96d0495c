import { expect, test } from "vitest";
import { judged } from "./test-support/link-project.ts";

const ok = `    return HttpResponse("ok")`;
const get = `    def get(self, request, pk):\n        return HttpResponse("ok")`;

test.each([
  ["a method that the check leaves out", `def view(request, pk):\n    if request.method == "DELETE":\n${ok.replace("    ", "        ")}\n    if not request.user.is_authenticated:\n        return HttpResponse(status=401)\n${ok}`],
  ["a request that is malformed, and nothing about who calls", `def view(request, pk):\n    if not request.POST.get("name"):\n        return HttpResponse("no name", status=400)\n${ok}`],
  ["a view with no guard", `def view(request, pk):\n${ok}`],
  ["forgery protection", `from django.views.decorators.csrf import csrf_protect\n@csrf_protect\ndef view(request, pk):\n${ok}`],
  ["a restriction to methods", `from django.views.decorators.http import require_http_methods\n@require_http_methods(["GET"])\ndef other(request, pk):\n${ok}\n@user_passes_test(lambda user: user is not None)\ndef view(request, pk):\n${ok}`],
  ["a test that everybody passes", `@user_passes_test(lambda user: user.is_authenticated or True)\ndef view(request, pk):\n${ok}`],
  ["a guard for one answer of several", `def view(request, pk):\n    if request.GET.get("full") == "1" and not request.user.is_authenticated:\n        raise PermissionDenied\n${ok}`],
  ["a function of the name of Django's guard", `def login_required(view):\n    return view\n@login_required\ndef view(request, pk):\n${ok}`],
  ["a refusal that is caught", `def view(request, pk):\n    try:\n        if not request.user.is_authenticated:\n            raise PermissionDenied\n    except PermissionDenied:\n        pass\n${ok}`],
  ["a guard on another function than the one that is served", `def inner(request, pk):\n${ok}\nguarded = login_required(inner)\nview = inner`],
  ["the user that nobody looks at", `def view(request, pk):\n    user = request.user\n    return HttpResponse(str(user))`],
  ["every user object", `def view(request, pk):\n    if not request.user:\n        raise PermissionDenied\n${ok}`],
  ["a guard for those who are signed in", `def view(request, pk):\n    if request.user.is_authenticated:\n        return HttpResponse(status=403)\n${ok}`],
])("does not protect: %s", async (_, code) => {
  expect((await judged(code)).posture).toBe("public");
});

test.each([
  ["a mixin after the view", `class V(View, LoginRequiredMixin):\n${get}`],
  ["a mixin after a generic view", `class V(TemplateView, LoginRequiredMixin):\n    template_name = "x.html"`],
  ["AccessMixin alone", `class V(AccessMixin, View):\n    raise_exception = True\n${get}`],
  ["a mixin whose answer to strangers is replaced by the page", `class V(LoginRequiredMixin, View):\n    def handle_no_permission(self):\n        return self.get(self.request, 1)\n${get}`],
  ["a dispatch that calls past the guard", `class A(LoginRequiredMixin, View):\n    pass\nclass V(A):\n    def dispatch(self, request, *args, **kwargs):\n        return View.dispatch(self, request, *args, **kwargs)\n${get}`],
  ["a permission check that is replaced", `class V(PermissionRequiredMixin, View):\n    permission_required = "app.view"\n    def has_permission(self):\n        return True\n${get}`],
  ["method_decorator for another method", `@method_decorator(login_required, name="post")\nclass V(View):\n    def post(self, request, pk):\n        return HttpResponse("ok")\n${get}`],
  ["a guarded method that a subclass replaces", `@method_decorator(login_required, name="get")\nclass A(View):\n${get}\nclass V(A):\n${get}`],
])("does not protect: %s", async (_, code) => {
  expect((await judged(code)).posture).toBe("public");
});

const guard = (body: string): string => `from django.http import HttpResponse\nclass Guard:\n    def __init__(self, get_response):\n        self.get_response = get_response\n    def __call__(self, request):\n${body}\n        return self.get_response(request)\n`;

test.each([
  ["middleware for other paths", `        if request.path.startswith("/admin/") and not request.user.is_authenticated:\n            return HttpResponse(status=401)`],
  ["middleware that only notes who calls", `        request.known = request.user.is_authenticated`],
  ["middleware that answers strangers of another method", `        if request.method == "DELETE" and not request.user.is_authenticated:\n            return HttpResponse(status=401)`],
])("does not protect: %s", async (_, body) => {
  const found = await judged(`class V(View):\n${get}`, { settings: `MIDDLEWARE += ["project.guard.Guard"]\n`, others: { "project/guard.py": guard(body) } });
  expect(found.posture).toBe("public");
});

test("does not protect: middleware that stands before the one which fills request.user", async () => {
  const early = guard(`        if getattr(request, "user", None) and not request.user.is_authenticated:\n            return HttpResponse(status=401)`);
  const found = await judged(`def view(request, pk):\n${ok}`, { settings: `MIDDLEWARE = ["project.guard.Guard"] + MIDDLEWARE\n`, others: { "project/guard.py": early } });
  expect(found.posture).toBe("public");
});

test("does not protect: middleware of settings that no program names", async () => {
  const found = await judged(`def view(request, pk):\n${ok}`, { others: { "project/strict.py": `from project.settings import *\nMIDDLEWARE += ["project.guard.Guard"]\n`, "project/guard.py": guard(`        if not request.user.is_authenticated:\n            return HttpResponse(status=401)`) } });
  expect(found.posture).toBe("public");
});
