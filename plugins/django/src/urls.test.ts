import { expect, test } from "vitest";
import { routesOf, type Sources } from "@muster/plugin-tester/sources";
import { linkProject, project } from "./test-support/link-project.ts";

const head = `from django.http import HttpResponse\nfrom django.views import View\ndef view(request, **kwargs):\n    return HttpResponse("ok")\n`;

async function routes(code: string, others: Sources = {}, settings = ""): Promise<string[]> {
  return routesOf(await linkProject(project(head + code, { others, settings })));
}

test("an include that comes from outside is unresolved, with its name", async () => {
  const model = await linkProject(project(`${head}urlpatterns = [path("x", view), path("accounts/", include("allauth.urls"))]`));
  expect(routesOf(model)).toEqual(["* /x"]);
  expect(model.coverage.unresolved.map((one) => one.reason)).toEqual([expect.stringContaining("allauth.urls is outside the repository")]);
});

test("what is lost again at the same place for the same reason is told once", async () => {
  const model = await linkProject(project(`${head}from elsewhere import patterns\nurlpatterns = [path("x", view)]\nfor name in ("a", "b", "c"):\n    urlpatterns.append(path("{}/".format(name), include(patterns)))\n`));
  expect(routesOf(model)).toEqual(["* /x"]);
  expect(model.coverage.mounts.unresolved).toBe(1);
  expect(model.coverage.unresolved.map((one) => one.reason)).toEqual([expect.stringContaining("elsewhere.patterns is outside the repository")]);
});

test("a list that one of two branches makes is there under a condition, and what both hold in any case", async () => {
  const model = await linkProject(project(`${head}import sys\nurlpatterns = [path("x", view)]\nif sys.argv:\n    urlpatterns = urlpatterns + [path("y", view)]\n`));
  expect(model.endpoints.map((one) => [one.path, one.conditions.length])).toEqual([["/x", 0], ["/y", 1]]);
});

test("URLs that include themselves end, with a reason", async () => {
  const model = await linkProject(project(`${head}urlpatterns = [path("x", view)]\nurlpatterns.append(path("again/", include("project.urls")))\n`));
  expect(routesOf(model)).toEqual(["* /x"]);
  expect(model.coverage.unresolved.map((one) => one.reason)).toEqual(["a URL configuration that includes itself"]);
});

test("of two patterns at one path the first answers", async () => {
  expect(await routes(`class V(View):\n    def get(self, request): return HttpResponse("ok")\nurlpatterns = [path("x", V.as_view()), path("x", view)]`)).toEqual(["GET /x"]);
});

test("two expressions that are shown alike are both served, and the open one counts", async () => {
  const code = `from django.contrib.auth.decorators import login_required\nurlpatterns = [re_path(r"^(?P<id>[0-9]+)$", login_required(view)), re_path(r"^(?P<id>[a-z]+)$", view)]`;
  const model = await linkProject(project(head + code));
  expect(model.endpoints.map((one) => [one.path, one.posture])).toEqual([["/{id}", "public"]]);
});

test("views of one's own administration site are listed beside it", async () => {
  const code = `from django.contrib import admin\nclass Site(admin.AdminSite):\n    def get_urls(self):\n        return [path("open/", view), path("closed/", self.admin_view(view))] + super().get_urls()\nsite = Site()\nurlpatterns = [path("admin/", site.urls)]`;
  const model = await linkProject(project(head + code));
  expect(model.endpoints.map((one) => `${one.method} ${one.path} ${one.posture}`)).toEqual(["* /admin/closed/ protected", "* /admin/open/ public", "* /admin/{path} protected"]);
});

test("patterns of the older Django", async () => {
  expect(await routes(`from django.conf.urls import url, include\nurlpatterns = [url(r"^a/(?P<x>\\d+)/$", view), url(r"^b/", include([url(r"^c$", "app.views.view")]))]`, { "app/__init__.py": "", "app/views.py": head })).toEqual(["* /a/{x}/", "* /b/c"]);
});

test("languages are shown by the default one", async () => {
  const code = `from django.conf.urls.i18n import i18n_patterns\nurlpatterns = i18n_patterns(path("x", view))`;
  expect(await routes(code, {}, `LANGUAGE_CODE = "nl"\n`)).toEqual(["* /nl/x"]);
});

test("a class that answers whatever the method is one endpoint", async () => {
  expect(await routes(`class V(View):\n    def dispatch(self, request, *args, **kwargs):\n        return HttpResponse("ok")\nurlpatterns = [path("x", V.as_view())]`)).toEqual(["* /x"]);
});

test("methods are those of the class, and of http_method_names", async () => {
  const base = `class B(View):\n    def get(self, request): return HttpResponse("ok")\n    def post(self, request): return HttpResponse("ok")\n    def delete(self, request): return HttpResponse("ok")\n`;
  expect(await routes(`${base}class V(B):\n    http_method_names = ["get", "delete"]\nurlpatterns = [path("v", V.as_view()), path("b", B.as_view(http_method_names=["post"]))]`)).toEqual(["DELETE /v", "GET /v", "POST /b"]);
});

test("a function answers every method, unless it is restricted", async () => {
  const code = `from django.views.decorators.http import require_http_methods, require_POST\n@require_POST\ndef a(request): return HttpResponse("ok")\n@require_http_methods(["PUT", "PATCH"])\ndef b(request): return HttpResponse("ok")\nurlpatterns = [path("a", a), path("b", b), path("c", view)]`;
  expect(await routes(code)).toEqual(["* /c", "PATCH /b", "POST /a", "PUT /b"]);
});
