import type { Endpoint, HandlerTrace } from "@muster/contract";
import django from "@muster/plugin-django";
import { endpointOf, lineAt, linkSources, traceOf, type Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import drf from "../index.ts";

/** Imports that the cases share, so that each shows its guard alone. */
const preamble = `
from django.contrib.auth.decorators import login_required
from django.db import models
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import include, path, re_path
from django.utils.decorators import method_decorator
from rest_framework import authentication, exceptions, generics, mixins, permissions, routers, serializers, status, viewsets
from rest_framework.decorators import action, api_view, authentication_classes, permission_classes
from rest_framework.permissions import AllowAny, BasePermission, IsAdminUser, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


class Item(models.Model):
    name = models.CharField(max_length=20)
    owner = models.ForeignKey("auth.User", on_delete=models.CASCADE)
`;

export interface Case {
  readonly claim: string;
  readonly code: string;
  /** Default: `GET /x`. */
  readonly route?: string;
  /** More of the settings, after those that every project needs. */
  readonly settings?: string;
  /** Further files. */
  readonly files?: Sources;
}

function sourcesOf({ code, settings = "", files = {} }: Omit<Case, "claim">): Sources {
  return {
    "manage.py": `import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n`,
    "shop/__init__.py": "",
    "shop/settings.py": `ROOT_URLCONF = "shop.urls"\nMIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware"]\n${settings}\n`,
    "shop/urls.py": preamble + code,
    ...files,
  };
}

export interface Judged {
  readonly posture: Endpoint["posture"];
  readonly reason: string | undefined;
  /** The source line of the last step of the proof. */
  readonly lastLine: string | undefined;
  readonly endpoint: Endpoint;
}

/** Links one project with the case's code and judges its route. */
export async function judge(one: Omit<Case, "claim">): Promise<Judged> {
  const sources = sourcesOf(one);
  const endpoint = endpointOf(await linkSources([python, django, drf], sources), one.route ?? "GET /x");
  const last = endpoint.proof.at(-1);
  return { posture: endpoint.posture, reason: endpoint.reason, lastLine: last && lineAt(sources, last.span), endpoint };
}

/** What the handler of the route does for a caller who is signed in. */
export async function traceIn(one: Omit<Case, "claim">): Promise<HandlerTrace> {
  return traceOf(await linkSources([python, django, drf], sourcesOf(one)), one.route ?? "GET /x");
}

/** The routes of one project, as `METHOD /path`, sorted. */
export async function routesIn(one: Omit<Case, "claim">): Promise<string[]> {
  const model = await linkSources([python, django, drf], sourcesOf(one));
  return model.endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path}`).sort();
}
