import type { LinkedModel } from "@muster/contract";
import { linkSources, type Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { KeptRuns } from "@muster/python";
import django from "@muster/plugin-django";
import { expect, test } from "vitest";
import drf from "./index.ts";

const base: Sources = {
  "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
  "shop/__init__.py": "",
  "shop/settings.py": 'ROOT_URLCONF = "shop.urls"\nINSTALLED_APPS = ["rest_framework", "shop"]\nMIDDLEWARE = ["shop.middleware.Trace"]\nREST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["shop.permissions.Signed"]}\nLIMIT = 5\n',
  "shop/middleware.py": "class Trace:\n    def __init__(self, get_response):\n        self.get_response = get_response\n\n    def __call__(self, request):\n        return self.get_response(request)\n",
  "shop/permissions.py": "from rest_framework.permissions import BasePermission\n\n\nclass Signed(BasePermission):\n    def has_permission(self, request, view):\n        return request.user.is_authenticated\n\n\nclass Staff(Signed):\n    def has_permission(self, request, view):\n        return super().has_permission(request, view) and request.user.is_staff\n",
  "shop/models.py": 'from django.db import models\n\n\nclass Item(models.Model):\n    name = models.TextField()\n    owner = models.ForeignKey("auth.User", on_delete=models.CASCADE)\n\n\nclass Note(models.Model):\n    text = models.TextField()\n',
  "shop/service.py": "from .models import Item\n\n\ndef remove(pk, user):\n    Item.objects.filter(pk=pk, owner=user).delete()\n\n\ndef unused():\n    return 1\n",
  "shop/views.py": "from rest_framework.permissions import AllowAny\nfrom rest_framework.response import Response\nfrom rest_framework.views import APIView\nfrom . import service\nfrom .models import Note\nfrom .permissions import Staff\n\n\nclass Items(APIView):\n    def delete(self, request, pk):\n        service.remove(pk, request.user)\n        return Response(status=204)\n\n\nclass Notes(APIView):\n    permission_classes = [Staff]\n\n    def post(self, request):\n        Note.objects.create(text=request.data[\"text\"])\n        return Response()\n\n\nclass Open(APIView):\n    permission_classes = [AllowAny]\n\n    def get(self, request):\n        return Response()\n",
  "shop/urls.py": 'from django.urls import path\nfrom .views import Items, Notes, Open\n\nurlpatterns = [path("items/<int:pk>/", Items.as_view()), path("notes/", Notes.as_view()), path("open/", Open.as_view())]\n',
};

type Edit = readonly [what: string, path: string, before: string, after: string];

/** Each stands on those before it. */
const edits: readonly Edit[] = [
  ["a comment above moves lines", "shop/views.py", "class Notes", "# Notes of the staff.\n# They are kept.\n\n\nclass Notes"],
  ["a function that nothing runs changes", "shop/service.py", "return 1", "return 2"],
  ["a model gets a field", "shop/models.py", "    text = ", "    title = models.TextField()\n    text = "],
  ["a function that a handler runs changes", "shop/service.py", "filter(pk=pk, owner=user)", "filter(pk=pk)"],
  ["a permission stops refusing", "shop/permissions.py", "return request.user.is_authenticated", "return True"],
  ["and refuses again", "shop/permissions.py", "return True", "return request.user.is_authenticated"],
  ["a class with the same lines comes before another", "shop/views.py", "class Notes(APIView):", "class Before(APIView):\n    permission_classes = [Staff]\n\n    def post(self, request):\n        return Response()\n\n\nclass Notes(APIView):"],
  ["a class attribute changes whom a view lets in", "shop/views.py", "permission_classes = [Staff]\n\n    def post(self, request):\n        Note", "permission_classes = [AllowAny]\n\n    def post(self, request):\n        Note"],
  ["a setting changes the default", "shop/settings.py", "shop.permissions.Signed", "rest_framework.permissions.AllowAny"],
  ["middleware turns callers away", "shop/middleware.py", "        return self.get_response(request)", "        if not request.headers.get(\"X-Token\"):\n            raise PermissionError\n        return self.get_response(request)"],
  ["a method is added that overrides the library's", "shop/views.py", "class Open(APIView):\n", "class Open(APIView):\n    def get_permissions(self):\n        return [Staff()]\n\n"],
  ["a name is defined in another way", "shop/views.py", "from . import service\n", "from . import other as service\n"],
  ["the module behind that name comes", "shop/other.py", "", "def remove(pk, user):\n    return None\n"],
  ["a handler sets what others read", "shop/views.py", "        Note.objects", "        Open.permission_classes = []\n        Note.objects"],
  ["a route is added before another", "shop/urls.py", "urlpatterns = [", 'urlpatterns = [path("more/", Notes.as_view()), '],
  ["a view moves to another place of its module", "shop/views.py", "class Items(APIView):", "LATER = 1\n\n\nclass Items(APIView):"],
];

const plugins = [python, django, drf];

/** Everything that is said of the endpoints. */
function said(model: LinkedModel): unknown {
  return JSON.parse(JSON.stringify({ endpoints: model.endpoints, coverage: model.coverage, consulted: model.consulted, dataModels: model.dataModels, declarations: model.declarations, calls: model.calls, traces: model.endpoints.map(({ id }) => model.trace(id)) }));
}

test("what is taken over from the commit before is what linking from nothing comes to", async () => {
  const memory = new Map<string, unknown>();
  const sources: Record<string, string> = { ...base };
  const taken: Record<string, number> = {};
  said(await linkSources(plugins, sources, {}, memory));
  for (const [what, path, before, after] of edits) {
    const text = sources[path] ?? "";
    expect(text, what).toContain(before);
    sources[path] = text.replace(before, () => after);
    expect(said(await linkSources(plugins, sources, {}, memory)), what).toEqual(said(await linkSources(plugins, sources)));
    const kept = memory.get("runs");
    taken[what] = kept instanceof KeptRuns ? kept.counts.taken : -1;
  }
  // Three endpoints, each judged and traced. Whom the handler turns away is not asked where a guard did.
  expect(taken).toMatchObject({ "a comment above moves lines": 6, "a function that nothing runs changes": 6, "a function that a handler runs changes": 5 });
  expect(taken["a permission stops refusing"]).toBeLessThan(6);
});

test("what every run reads is followed anew where it changes", async () => {
  const memory = new Map<string, unknown>();
  await linkSources(plugins, base, {}, memory);
  const changed = { ...base, "shop/middleware.py": `${base["shop/middleware.py"]}`.replace("        return self", "        raise PermissionError\n        return self") };
  const model = await linkSources(plugins, changed, {}, memory);
  expect(said(model)).toEqual(said(await linkSources(plugins, changed)));
  expect(said(model)).not.toEqual(said(await linkSources(plugins, base)));
});
