import type { Endpoint } from "@muster/contract";
import { endpointOf, linkSources } from "@muster/plugin-tester/sources";
import django from "@muster/plugin-django";
import python from "@muster/python/plugin";
import { describe, expect, test } from "vitest";
import djangoNinja from "./index.ts";

const project = {
  "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n',
  "site/__init__.py": "",
  "site/settings.py": 'ROOT_URLCONF = "site.urls"\nMIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware"]\n',
  "site/urls.py": 'from django.urls import path\nfrom site.api import api\nurlpatterns = [path("api/", api.urls)]\n',
};
const imports = "from ninja import NinjaAPI, Router\nfrom ninja.errors import HttpError\nfrom ninja.security import APIKeyHeader, APIKeyQuery, HttpBasicAuth, HttpBearer, django_auth\nfrom site.people import find_user\n";

/** The endpoint `GET /api/x` of an interface `api`, which the code makes. */
async function judge(code: string, more = ""): Promise<Endpoint> {
  const sources = { ...project, "site/people.py": "from django.db import models\nclass Person(models.Model):\n    token = models.TextField()\ndef find_user(token):\n    return Person.objects.filter(token=token).first()\n", "site/api.py": `${imports}${code}\n@api.get("/x")\ndef x(request):\n    return {}\n${more}` };
  return endpointOf(await linkSources([python, django, djangoNinja], sources), "GET /api/x");
}

describe("a guard that refuses strangers protects", () => {
  test.each([
    ["a token that is looked up", "class Token(HttpBearer):\n    def authenticate(self, request, token):\n        return find_user(token)\napi = NinjaAPI(auth=Token())"],
    ["a token that is looked up and refused aloud", "class Token(HttpBearer):\n    def authenticate(self, request, token):\n        user = find_user(token)\n        if not user:\n            raise HttpError(403, 'no')\n        return user\napi = NinjaAPI(auth=[Token()])"],
    ["a key that is compared", "class Key(APIKeyHeader):\n    param_name = 'X-Key'\n    def authenticate(self, request, key):\n        if key == 'secret':\n            return key\napi = NinjaAPI(auth=Key())"],
    ["a password that is compared", "class Password(HttpBasicAuth):\n    def authenticate(self, request, username, password):\n        return username if password == 'secret' else None\napi = NinjaAPI(auth=Password())"],
    ["the session", "api = NinjaAPI(auth=django_auth)"],
    ["a function that returns nothing to strangers", "def known(request):\n    return request.user.is_authenticated and request.user\napi = NinjaAPI(auth=known)"],
  ])("%s", async (_, code) => {
    expect((await judge(code)).posture).toBe("protected");
  });
});

describe("what lets strangers pass does not protect", () => {
  test.each([
    ["a token that nobody checks", "class Token(HttpBearer):\n    def authenticate(self, request, token):\n        return token\napi = NinjaAPI(auth=Token())"],
    ["a token for which somebody is made up", "class Guest:\n    pass\nclass Token(HttpBearer):\n    def authenticate(self, request, token):\n        return find_user(token) or Guest()\napi = NinjaAPI(auth=Token())"],
    ["a key that may be missing", "class Key(APIKeyHeader):\n    def authenticate(self, request, key):\n        if not key:\n            return 'anonymous'\n        return find_user(key)\napi = NinjaAPI(auth=Key())"],
    ["a key that nobody checks", "class Key(APIKeyQuery):\n    def authenticate(self, request, key):\n        return key\napi = NinjaAPI(auth=Key())"],
    ["one of several that lets everybody in", "class Token(HttpBearer):\n    def authenticate(self, request, token):\n        return find_user(token)\napi = NinjaAPI(auth=[Token(), lambda request: True])"],
    ["a limit of requests", "from ninja.throttling import AnonRateThrottle\napi = NinjaAPI(throttle=[AnonRateThrottle('10/s')])"],
    ["an empty wish", "api = NinjaAPI(auth=None)"],
  ])("%s", async (_, code) => {
    expect((await judge(code)).posture).not.toBe("protected");
  });
});

test("the proof names the code of the guard, and the route the place of its decorator", async () => {
  const endpoint = await judge("class Token(HttpBearer):\n    def authenticate(self, request, token):\n        return find_user(token)\napi = NinjaAPI(auth=Token())");
  expect(endpoint.span).toMatchObject({ path: "site/api.py", line: 9 });
  expect(endpoint.proof.at(-1)?.span).toMatchObject({ path: "site/api.py", line: 6 });
  expect(endpoint.guards.flatMap((guard) => guard.credentials)).toEqual(["http-bearer"]);
});

test("the documents of an interface are hidden endpoints", async () => {
  const sources = { ...project, "site/api.py": "from ninja import NinjaAPI\napi = NinjaAPI(docs_url='/help')\n" };
  const { endpoints } = await linkSources([python, django, djangoNinja], sources);
  expect(endpoints.map(({ method, path, hidden }) => ({ method, path, hidden }))).toEqual([
    { method: "GET", path: "/api/help", hidden: true },
    { method: "GET", path: "/api/openapi.json", hidden: true },
  ]);
});
