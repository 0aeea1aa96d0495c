import type { Endpoint, LinkedModel } from "@muster/contract";
import { endpointOf, linkSources, type Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import django from "../index.ts";

const manage = `import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")\n`;
const middleware = `MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware"]\n`;

/** Links a Django project as the host does. */
export async function linkProject(sources: Sources): Promise<LinkedModel> {
  return linkSources([python, django], sources);
}

/** A project of one URL configuration. `settings` comes after its own, and may replace them. */
export function project(urls: string, { settings = "", others = {} }: { readonly settings?: string; readonly others?: Sources } = {}): Sources {
  return {
    "manage.py": manage,
    "project/__init__.py": "",
    "project/settings.py": `ROOT_URLCONF = "project.urls"\n${middleware}${settings}`,
    "project/urls.py": `from django.urls import include, path, re_path\n${urls}`,
    ...others,
  };
}

const head = `
from django.conf import settings
from django.contrib.auth.decorators import login_required, permission_required, user_passes_test
from django.contrib.auth.mixins import *
from django.core.exceptions import PermissionDenied
from django.http import *
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views import View
from django.views.generic import *
`;

/** The endpoint of a view called \`view\` at \`/x/<pk>/\`, or of a class \`V\` where the code defines one. */
export async function judged(code: string, options: { readonly settings?: string; readonly others?: Sources; readonly method?: string } = {}): Promise<Endpoint> {
  const callback = /^class V\b/m.test(code) ? "V.as_view()" : "view";
  const model = await linkProject(project(`${head}${code}\nurlpatterns = [path("x/<int:pk>/", ${callback})]\n`, options));
  return endpointOf(model, `${options.method ?? (callback === "view" ? "*" : "GET")} /x/{pk}/`);
}
