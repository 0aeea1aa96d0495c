import { expect, test } from "vitest";
import { routesOf } from "@muster/plugin-tester/sources";
import { linkProject, project } from "./test-support/link-project.ts";

const registry = `
import collections
class Registry(dict):
    def __getitem__(self, key):
        try:
            return super().__getitem__(key)
        except KeyError:
            raise KeyError("no such store")
    def __setitem__(self, key, value):
        raise TypeError("stores cannot be added")
registry = Registry({"views": collections.defaultdict(dict)})

def register_view(model, name="", detail=True):
    def wrapper(cls):
        label, model_name = model._meta.app_label, model._meta.model_name
        if model_name not in registry["views"][label]:
            registry["views"][label][model_name] = []
        registry["views"][label][model_name].append({"view": cls, "path": name, "detail": detail})
        return cls
    return wrapper

def urls_of(label, model_name, detail=True):
    from django.urls import path
    try:
        found = [one for one in registry["views"][label][model_name] if one["detail"] == detail]
    except KeyError:
        return []
    return [path(f"{one['path']}/" if one["path"] else "", one["view"].as_view()) for one in found]
`;

const views = `
from django.http import HttpResponse
from django.views import View
from registry import register_view
from ports.models import Quay

@register_view(Quay, detail=False)
class QuayList(View):
    def get(self, request): return HttpResponse("ok")

@register_view(Quay, "edit")
class QuayEdit(View):
    def post(self, request, pk): return HttpResponse("ok")
`;

const models = `from django.db import models\nclass Quay(models.Model):\n    name = models.CharField()\n`;

test("views that register themselves for a model are served where the URLs of the model are asked for", async () => {
  const model = await linkProject(
    project(`from ports import views\nfrom registry import urls_of\nurlpatterns = [path("quays/", include(urls_of("ports", "quay", detail=False))), path("quays/<int:pk>/", include(urls_of("ports", "quay"))), path("none/", include(urls_of("ports", "crane")))]`, {
      settings: `INSTALLED_APPS = ["ports"]\n`,
      others: { "registry.py": registry, "ports/__init__.py": "", "ports/models.py": models, "ports/views.py": views },
    }),
  );
  expect(routesOf(model)).toEqual(["GET /quays/", "POST /quays/{pk}/edit/"]);
  expect(model.coverage.unresolved).toEqual([]);
});

test("where an installed application is not known, what is made of them is not known whole", async () => {
  const urls = `from django.apps import apps\nfrom django.http import HttpResponse\ndef view(request): return HttpResponse("ok")\nurlpatterns = [path("x/", view)]\nfor config in apps.get_app_configs():\n    urlpatterns.extend(config.urls)\n`;
  const model = await linkProject(project(urls, { settings: `from elsewhere import plugins\nINSTALLED_APPS = ["ports", *plugins()]\n`, others: { "ports/__init__.py": "" } }));
  expect(routesOf(model)).toEqual(["* /x/"]);
  expect(model.coverage.mounts.unresolved).toBe(1);
});

test("what is put under a key that is not known is not forgotten", async () => {
  const urls = `from collections import defaultdict\nfrom django.http import HttpResponse\nfrom elsewhere import key\ndef view(request): return HttpResponse("ok")\nfound = defaultdict(list)\nfound[key()].append(path("x/", view))\nurlpatterns = []\nfor one in found.values():\n    urlpatterns.extend(one)\n`;
  expect((await linkProject(project(urls))).coverage.mounts.unresolved).toBe(1);
});

test("installed applications are there to be asked for, as their own classes", async () => {
  const urls = `
from django.apps import apps
from django.http import HttpResponse
from base import PluginConfig
def view(request): return HttpResponse("ok")
urlpatterns = [path(f"{config.label}/", view) for config in apps.get_app_configs() if isinstance(config, PluginConfig)]
`;
  const model = await linkProject(
    project(urls, {
      settings: `INSTALLED_APPS = ["plain", "ports.apps.PortsConfig"]\n`,
      others: {
        "base.py": `from django.apps import AppConfig\nclass PluginConfig(AppConfig):\n    pass\n`,
        "plain/__init__.py": "",
        "ports/__init__.py": "",
        "ports/apps.py": `from base import PluginConfig\nclass PortsConfig(PluginConfig):\n    name = "ports"\n`,
      },
    }),
  );
  expect(routesOf(model)).toEqual(["* /ports/"]);
});
