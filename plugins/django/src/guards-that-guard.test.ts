import { expect, test } from "vitest";
import { judged } from "./test-support/link-project.ts";

const ok = `    return HttpResponse("ok")`;

test.each([
  ["login_required below another decorator", `def other(view):\n    return view\n@other\n@login_required\ndef view(request, pk):\n${ok}`],
  ["a decorator that answers OPTIONS to everybody, and another method to nobody", `def cors(*methods):\n    def decorator(f):\n        def wrapper(request, *args, **kwargs):\n            if request.method == "OPTIONS":\n                response = HttpResponse(status=204)\n            elif request.method in methods:\n                response = f(request, *args, **kwargs)\n            else:\n                response = HttpResponse(status=405)\n            response["Access-Control-Allow-Origin"] = "*"\n            return response\n        return wrapper\n    return decorator\n@cors("GET", "POST")\n@login_required\ndef view(request, pk):\n${ok}`],
  ["a key that is looked at behind the form of the request", `def keyed(f):\n    def wrapper(request, *args, **kwargs):\n        if request.method == "POST" and not request.POST.get("name"):\n            return HttpResponse("no name", status=400)\n        key = request.headers["X-Api-Key"] if "X-Api-Key" in request.headers else ""\n        if len(key) != 32:\n            return HttpResponse("no key", status=401)\n        return f(request, *args, **kwargs)\n    return wrapper\n@keyed\ndef view(request, pk):\n${ok}`],
  ["login_required with arguments", `@login_required(login_url="/in/")\ndef view(request, pk):\n${ok}`],
  ["an assignment in place of a decorator", `def inner(request, pk):\n${ok}\nview = login_required(inner)`],
  ["a test of the repository's own", `def is_editor(user):\n    return user.is_authenticated and user.groups.filter(name="editors").exists()\n@user_passes_test(is_editor)\ndef view(request, pk):\n${ok}`],
  ["a permission", `@permission_required("app.change_item", raise_exception=True)\ndef view(request, pk):\n${ok}`],
  ["a decorator that is built from user_passes_test in a factory", `def role_required(role):\n    return user_passes_test(lambda user: user.has_perm(role))\n@role_required("app.edit")\ndef view(request, pk):\n${ok}`],
  ["a lookup that is tied to the caller and refuses", `def view(request, pk):\n    member = Membership.objects.filter(user=request.user, item=pk).first()\n    if member is None:\n        return HttpResponseForbidden()\n${ok}`],
  ["a page that is not there for strangers", `def view(request, pk):\n    if not request.user.is_staff:\n        raise Http404\n${ok}`],
  ["an attribute that AnonymousUser does not have", `def view(request, pk):\n    if not request.user.is_moderator:\n        raise PermissionDenied\n${ok}`],
  ["a header that is compared with a secret of the settings", `import hmac\ndef view(request, pk):\n    if not hmac.compare_digest(request.META.get("HTTP_X_TOKEN", ""), settings.SECRET_TOKEN):\n        return HttpResponse(status=403)\n${ok}`],
  ["a token of the environment's, without which nothing is answered", `import os\ndef view(request, pk):\n    token = os.environ.get("DOCK_TOKEN")\n    if not token:\n        return HttpResponse("not set", status=500)\n    if request.META.get("HTTP_AUTHORIZATION", "") != "Bearer " + token:\n        return HttpResponse(status=403)\n${ok}`],
  ["a redirect to a sign-in page by name", `def view(request, pk):\n    if request.user.is_anonymous:\n        return redirect("login")\n    return render(request, "page.html")`],
])("protects: %s", async (_, code) => {
  expect((await judged(code)).posture).toBe("protected");
});

test.each([
  ["a mixin before the view", `class V(LoginRequiredMixin, View):\n    def get(self, request, pk):\n        return HttpResponse("ok")`],
  ["a mixin before a generic view", `class V(LoginRequiredMixin, DetailView):\n    queryset = None`],
  ["a mixin of a base class two steps up", `class A(PermissionRequiredMixin, View):\n    permission_required = "app.view"\nclass B(A):\n    pass\nclass V(B):\n    def get(self, request, pk):\n        return HttpResponse("ok")`],
  ["method_decorator on the class by the name of the method", `@method_decorator(login_required, name="get")\nclass V(View):\n    def get(self, request, pk):\n        return HttpResponse("ok")`],
  ["a check in get_queryset, which the generic view calls", `class V(ListView):\n    def get_queryset(self):\n        if not self.request.user.is_authenticated:\n            raise PermissionDenied\n        return []`],
  ["a check in get_object", `class V(DetailView):\n    def get_object(self, queryset=None):\n        if self.request.user.is_anonymous:\n            raise PermissionDenied\n        return super().get_object(queryset)`],
  ["a check in get_context_data", `class V(TemplateView):\n    template_name = "x.html"\n    def get_context_data(self, **kwargs):\n        if not self.request.user.is_staff:\n            raise PermissionDenied\n        return super().get_context_data(**kwargs)`],
  ["test_func that asks for the request's user", `class V(UserPassesTestMixin, View):\n    def test_func(self):\n        return self.request.user.is_superuser\n    def get(self, request, pk):\n        return HttpResponse("ok")`],
])("protects: %s", async (_, code) => {
  expect((await judged(code)).posture).toBe("protected");
});

test("protects: an own backend that grants strangers nothing", async () => {
  const backend = `from django.contrib.auth.backends import ModelBackend\nclass Backend(ModelBackend):\n    def has_perm(self, user_obj, perm, obj=None):\n        return user_obj.is_active and perm == "app.view"\n`;
  const found = await judged(`@permission_required("app.view")\ndef view(request, pk):\n${ok}`, { settings: `AUTHENTICATION_BACKENDS = ["project.backend.Backend"]\n`, others: { "project/backend.py": backend } });
  expect(found.posture).toBe("protected");
});

test("protects: middleware that asks for a signed-in caller everywhere but on a list", async () => {
  const guard = `from django.shortcuts import redirect\nOPEN = ["/login/"]\nclass Guard:\n    def __init__(self, get_response):\n        self.get_response = get_response\n    def __call__(self, request):\n        if request.path not in OPEN and not request.user.is_authenticated:\n            return redirect("/login/")\n        return self.get_response(request)\n`;
  const found = await judged(`def view(request, pk):\n${ok}`, { settings: `MIDDLEWARE += ["project.guard.Guard"]\n`, others: { "project/guard.py": guard } });
  expect(found.posture).toBe("protected");
  expect(found.guards.map((one) => `${one.via} ${one.name} ${one.verdict}`)).toEqual(["middleware project.guard.Guard rejects"]);
});

test("the proof of a guard of Django's own is where the repository uses it", async () => {
  const found = await judged(`@login_required\ndef view(request, pk):\n${ok}`);
  expect(found.proof.map((step) => step.span.path)).toEqual(found.proof.map(() => "project/urls.py"));
});

const switched = `from functools import wraps\ndef needs(key):\n    def decorator(f):\n        @wraps(f)\n        def wrapper(request, *args, **kwargs):\n            if not getattr(settings, key):\n                return HttpResponse(status=404)\n            return f(request, *args, **kwargs)\n        return wrapper\n    return decorator\n`;
const flags = `import os\ndef flag(name, default):\n    value = os.getenv(name, default=default)\n    if value not in ("", "True", "False"):\n        raise ValueError(name)\n    return value == "True"\nMOORING = flag("MOORING", "False")\nTOKEN = os.getenv("TOKEN")\n`;

test.each(["MOORING", "TOKEN"])("protects: what a sign-in guards once it is switched on, and nobody gets before: %s", async (key) => {
  const found = await judged(`${switched}@needs("${key}")\n@login_required\ndef view(request, pk):\n${ok}`, { settings: flags });
  expect([found.posture, found.guards[0]?.environmentDefault]).toEqual(["protected", undefined]);
});

test.each(["MOORING", "TOKEN"])("does not protect: that a page is switched off by default: %s", async (key) => {
  expect((await judged(`${switched}@needs("${key}")\ndef view(request, pk):\n${ok}`, { settings: flags })).posture).toBe("public");
});

test("protects by a default of the environment, which the guard says", async () => {
  const found = await judged(`def view(request, pk):\n    if not settings.OPEN:\n        if not request.user.is_authenticated:\n            raise PermissionDenied\n${ok}`, { settings: `import os\nOPEN = os.getenv("OPEN", "no") == "yes"\n` });
  expect([found.posture, found.guards[0]?.environmentDefault]).toEqual(["protected", true]);
});
