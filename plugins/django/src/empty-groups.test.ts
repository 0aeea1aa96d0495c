import { endpointOf, linkSources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import django from "./index.ts";

const project = {
  "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n',
  "site/__init__.py": "",
  "site/settings.py": 'ROOT_URLCONF = "site.urls"\nMIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware"]\n',
};

async function postureOf(test: string): Promise<string> {
  const sources = { ...project, "site/urls.py": `from django.contrib.auth.decorators import user_passes_test\nfrom django.http import HttpResponse\nfrom django.urls import path\n@user_passes_test(${test})\ndef view(request):\n    return HttpResponse("")\nurlpatterns = [path("x", view)]\n` };
  return endpointOf(await linkSources([python, django], sources), "* /x").posture;
}

test.each(['lambda user: user.groups.filter(name="staff").exists()', 'lambda user: bool(user.groups.filter(name="staff"))', "lambda user: user.groups.count() > 0", "lambda user: user.user_permissions.first() is not None"])("nobody who is not signed in is in a group: %s", async (claim) => {
  expect(await postureOf(claim)).toBe("protected");
});

test("that somebody is in no group is true of strangers", async () => {
  expect(await postureOf('lambda user: not user.groups.filter(name="banned").exists()')).toBe("public");
});
