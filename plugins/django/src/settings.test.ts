import { expect, test } from "vitest";
import { routesOf, type Sources } from "@muster/plugin-tester/sources";
import { linkProject, project } from "./test-support/link-project.ts";

const views = `from django.http import HttpResponse\ndef view(request):\n    return HttpResponse("ok")\n`;

async function routes(sources: Sources): Promise<string[]> {
  return routesOf(await linkProject({ "app/__init__.py": "", "app/views.py": views, ...sources }));
}

const urls = (path: string): string => `from app.views import view\nfrom django.conf import settings\nurlpatterns = [path(${path}, view)]\n`;

test("a prefix is the default of the environment, however it is read", async () => {
  for (const value of [`os.environ.get("P", "v1")`, `os.getenv("P", default="v1")`]) expect(await routes(project(urls(`f"{settings.P}/x"`), { settings: `import os\nP = ${value}\n` }))).toEqual(["* /v1/x"]);
});

test.each([
  ["django-environ", `import environ\nenv = environ.Env(P=(str, "v1"))\nP = env("P")\n`],
  ["django-environ with a default where it is read", `import environ\nenv = environ.Env()\nP = env.str("P", default="v1")\n`],
  ["python-decouple", `from decouple import config\nP = config("P", default="v1", cast=str)\n`],
])("a prefix is the default of %s", async (_, settings) => {
  expect(await routes(project(urls(`f"{settings.P}/x"`), { settings }))).toEqual(["* /v1/x"]);
});

test("what wsgi.py names is deployed, and what manage.py names is not", async () => {
  const sources = project(urls(`settings.P`), { settings: `P = "base"\n` });
  const wsgi = `import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.live")\napplication = get_wsgi_application()\n`;
  const model = await linkProject({ "app/__init__.py": "", "app/views.py": views, ...sources, "project/wsgi.py": wsgi, "project/live.py": `from .settings import *\nP = "live"\n` });
  expect(routesOf(model)).toEqual(["* /live"]);
  expect(model.applications.map((one) => one.name)).toEqual(["project.wsgi:application"]);
});

test("an old manage.py names its settings where it is run", async () => {
  const sources = { ...project(urls(`"x"`)), "manage.py": `import os, sys\nif __name__ == "__main__":\n    os.environ["DJANGO_SETTINGS_MODULE"] = "project.settings"\n` };
  expect(await routes(sources)).toEqual(["* /x"]);
});

test("settings of django-configurations are those of the class that the program names", async () => {
  const settings = `from configurations import Configuration, values\nclass Base(Configuration):\n    ROOT_URLCONF = "project.urls"\n    API = values.Value("v1")\n    @property\n    def PREFIX(self):\n        return f"api/{self.API}"\nclass Live(Base):\n    pass\n`;
  const manage = `import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")\nos.environ.setdefault("DJANGO_CONFIGURATION", "Live")\n`;
  const sources: Sources = { ...project(urls(`f"{settings.PREFIX}/x"`)), "project/settings.py": settings, "manage.py": manage };
  expect(await routes(sources)).toEqual(["* /api/v1/x"]);
});

test("two projects in one repository are two applications with their own settings", async () => {
  const one = (name: string): Sources => Object.fromEntries(Object.entries(project(urls(`settings.P`), { settings: `P = "${name}"\n`, others: { "app/__init__.py": "", "app/views.py": views } })).map(([path, text]) => [`${name}/${path}`, text]));
  const model = await linkProject({ ...one("first"), ...one("second") });
  expect(routesOf(model)).toEqual(["* /first", "* /second"]);
  expect(model.applications.map((application) => application.folder)).toEqual(["first", "second"]);
});

test("settings that lead to other URLs are another application", async () => {
  const sources = project(urls(`"x"`), { others: { "project/internal.py": `from .settings import *\nROOT_URLCONF = "project.internal_urls"\n`, "project/internal_urls.py": `from django.urls import path\n${urls(`"y"`)}` } });
  expect(await routes(sources)).toEqual(["* /x", "* /y"]);
});

test("a condition on a setting of the environment is told with the endpoint", async () => {
  const code = `${urls(`"x"`)}if settings.EXTRA:\n    urlpatterns += [path("extra", view)]\n`;
  const model = await linkProject({ "app/__init__.py": "", "app/views.py": views, ...project(code, { settings: `import os\nEXTRA = os.environ.get("EXTRA", False)\n` }) });
  expect(model.endpoints.map((one) => [one.path, one.conditions.map((condition) => condition.text)])).toEqual([["/extra", ["settings.EXTRA"]], ["/x", []]]);
});

test("a setting that nobody defines takes the default of getattr", async () => {
  expect(await routes(project(urls(`getattr(settings, "P", "fallback")`)))).toEqual(["* /fallback"]);
  expect(await routes(project(urls(`getattr(settings, "P", "fallback")`), { settings: `P = "own"\n` }))).toEqual(["* /own"]);
});

test("a root URL configuration that is not there is unresolved, with its reason", async () => {
  const model = await linkProject({ ...project(""), "project/settings.py": `ROOT_URLCONF = "elsewhere.urls"\n` });
  expect(model.endpoints).toEqual([]);
  expect(model.coverage.unresolved).toEqual([expect.objectContaining({ what: "mount", reason: expect.stringContaining("elsewhere.urls") })]);
});

test("settings that no program names are found though a module reads one before they ran", async () => {
  const sources = {
    "manage.py": `import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "conf")\n`,
    "conf/__init__.py": "",
    "conf/common.py": `ROOT_URLCONF = "app.urls"\nP = "v1"\n`,
    "app/early.py": `import os\nfrom django.conf import settings\nNAME = os.environ.get("DJANGO_SETTINGS_MODULE")\nP = settings.P\n`,
    "app/urls.py": `from django.urls import path\n${urls(`f"{settings.P}/x"`)}`,
  };
  expect(await routes(sources)).toEqual(["* /v1/x"]);
});

test("files that django-split-settings includes run with the names of the settings so far, in their order, whatever they are called", async () => {
  const settings = `from split_settings.tools import include, optional\nBASE = "v"\ninclude("settings.dist.py", "parts/*.py", optional("local_settings.py"), optional("there.py"))\n`;
  const files = { "project/settings.dist.py": `N = BASE + "1"\nP = N\n`, "project/parts/one.py": `P = P + "/one"\n`, "project/parts/two.py": `P = P + "/two"\n`, "project/there.py": `P = P + "/there"\n` };
  const model = await linkProject({ "app/__init__.py": "", "app/views.py": views, ...project(urls(`f"{settings.P}/x"`), { settings }), ...files });
  expect(routesOf(model)).toEqual(["* /v1/one/two/there/x"]);
  expect(model.coverage.unresolved).toEqual([]);
});
