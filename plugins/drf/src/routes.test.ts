import { expect, test } from "vitest";
import { routesIn } from "./test-support/judge-case.ts";

const set = `class V(viewsets.ViewSet):
    def list(self, request):
        return Response([])
    def retrieve(self, request, pk=None):
        return Response({})
`;

interface Case {
  readonly claim: string;
  readonly code: string;
  readonly routes: readonly string[];
}

const cases: readonly Case[] = [
  { claim: "a router without regular expressions", code: `${set}class C(V):\n    lookup_value_converter = "int"\nrouter = routers.SimpleRouter(use_regex_path=False)\nrouter.register("x", C, "x")\nurlpatterns = router.urls`, routes: ["GET /x/", "GET /x/{pk}/"] },
  { claim: "a router that is one of two, by the settings", code: `${set}from django.conf import settings\nrouter = routers.DefaultRouter() if settings.DEBUG else routers.SimpleRouter()\nrouter.register("x", V, "x")\nurlpatterns = [path("api/", include(router.urls))]`, routes: ["GET /api/x/", "GET /api/x/{pk}/"] },
  { claim: "routers nested in one of two", code: `${set}from rest_framework_nested.routers import NestedSimpleRouter\nfrom django.conf import settings\nrouter = routers.DefaultRouter(trailing_slash=False) if settings.DEBUG else routers.SimpleRouter(trailing_slash=False)\nrouter.register("x", V, "x")\nys = NestedSimpleRouter(router, "x", lookup="x")\nys.register("y", V, "y")\nurlpatterns = ys.urls`, routes: ["GET /x/{x_pk}/y", "GET /x/{x_pk}/y/{pk}"] },
  { claim: "an action whose path has a parameter in braces of its own", code: `${set}class C(V):\n    @action(detail=False, methods=["post"], url_path=r"by/(?P<day>\\d{4})")\n    def by(self, request, day):\n        return Response({})\nrouter = routers.SimpleRouter()\nrouter.register("x", C, "x")\nurlpatterns = router.urls`, routes: ["GET /x/", "GET /x/{pk}/", "POST /x/by/{day}/"] },
  { claim: "an action that a subclass overrides without saying so again is none", code: `${set}class C(V):\n    @action(detail=False)\n    def more(self, request):\n        return Response({})\nclass D(C):\n    def more(self, request):\n        return Response({})\nrouter = routers.SimpleRouter()\nrouter.register("x", D, "x")\nurlpatterns = router.urls`, routes: ["GET /x/", "GET /x/{pk}/"] },
  { claim: "methods that http_method_names leaves out", code: `${set}class C(V):\n    http_method_names = ["post"]\n    def create(self, request):\n        return Response({})\nrouter = routers.SimpleRouter()\nrouter.register("x", C, "x")\nurlpatterns = router.urls`, routes: ["POST /x/"] },
  { claim: "mixins from outside the repository add no methods", code: `from somewhere import HistoryMixin\n${set}class C(HistoryMixin, V): pass\nrouter = routers.SimpleRouter()\nrouter.register("x", C, "x")\nurlpatterns = router.urls`, routes: ["GET /x/", "GET /x/{pk}/"] },
];

test.each(cases.map((one) => [one.claim, one] as const))("%s", async (_claim, { code, routes }) => {
  expect((await routesIn({ code })).filter((one) => !/ \/(api\/)?$/.test(one))).toEqual(routes);
});
