import { expect, test } from "vitest";
import { judge, type Case } from "./test-support/judge-case.ts";

const view = "class V(APIView):\n    def get(self, request):\n        return Response({})\n";
const served = `urlpatterns = [path("x", V.as_view())]`;
const asks = "REST_FRAMEWORK = {\n    'PAGE_SIZE': 3,\n    'DEFAULT_PERMISSION_CLASSES': ['rest_framework.permissions.IsAuthenticated'],\n}\n";

/** The proof of a refusal names the permission, and points to what asks for it: a file and a line. */
const cases: readonly (Case & { readonly note: string; readonly at: string })[] = [
  { claim: "a class", code: `class V(APIView):\n    permission_classes = [IsAuthenticated]\n    def get(self, request):\n        return Response({})\n${served}`, note: "`permission_classes` of shop.urls.V asks for rest_framework.permissions.IsAuthenticated", at: "shop/urls.py:19" },
  { claim: "a base class", code: `class Base(APIView):\n    permission_classes = [IsAuthenticated]\nclass V(Base):\n    def get(self, request):\n        return Response({})\n${served}`, note: "`permission_classes` of shop.urls.Base asks for rest_framework.permissions.IsAuthenticated", at: "shop/urls.py:19" },
  { claim: "several that are combined", code: `class Mine(BasePermission):\n    def has_permission(self, request, view):\n        return request.user.is_staff\nclass V(APIView):\n    permission_classes = [IsAuthenticated & ~Mine]\n    def get(self, request):\n        return Response({})\n${served}`, note: "`permission_classes` of shop.urls.V asks for (rest_framework.permissions.IsAuthenticated & ~shop.urls.Mine)", at: "shop/urls.py:22" },
  { claim: "a method", code: `class V(APIView):\n    def get_permissions(self):\n        return [IsAdminUser()]\n    def get(self, request):\n        return Response({})\n${served}`, note: "`get_permissions` of shop.urls.V asks for rest_framework.permissions.IsAdminUser", at: "shop/urls.py:19" },
  { claim: "an extra action", code: `class V(viewsets.ViewSet):\n    @action(detail=False, permission_classes=[IsAuthenticated])\n    def more(self, request):\n        return Response({})\nrouter = routers.SimpleRouter()\nrouter.register("v", V, basename="v")\nurlpatterns = router.urls`, route: "GET /v/more/", note: "`permission_classes` of the action shop.urls.V.more asks for rest_framework.permissions.IsAuthenticated", at: "shop/urls.py:20" },
  { claim: "a function view", code: `@api_view(["GET"])\n@permission_classes([IsAuthenticated])\ndef v(request):\n    return Response({})\nurlpatterns = [path("x", v)]`, note: "`@permission_classes` asks for rest_framework.permissions.IsAuthenticated", at: "shop/urls.py:20" },
  { claim: "the setting", code: `${view}${served}`, settings: asks, note: "the setting `DEFAULT_PERMISSION_CLASSES` asks for rest_framework.permissions.IsAuthenticated", at: "shop/settings.py:5" },
  { claim: "the setting of a module that the settings import", code: `${view}${served}`, settings: "from .base import *", files: { "shop/base.py": asks }, note: "the setting `DEFAULT_PERMISSION_CLASSES` asks for rest_framework.permissions.IsAuthenticated", at: "shop/base.py:3" },
  { claim: "the setting that is changed afterwards", code: `${view}${served}`, settings: `${asks}REST_FRAMEWORK["DEFAULT_PERMISSION_CLASSES"] = ["rest_framework.permissions.IsAdminUser"]`, note: "the setting `DEFAULT_PERMISSION_CLASSES` asks for rest_framework.permissions.IsAdminUser", at: "shop/settings.py:7" },
];

test.each(cases.map((one) => [one.claim, one] as const))("what asks for a permission is %s", async (_claim, one) => {
  const { endpoint } = await judge(one);
  expect(endpoint.posture).toBe("protected");
  expect(endpoint.proof.map(({ span, note }) => `${note} (${span.path}:${span.line})`)).toContainEqual(expect.stringMatching(new RegExp(`${escaped(one.note)}.*\\(${escaped(one.at)}\\)`)));
});

test("a permission of the repository is shown where it is written", async () => {
  const { endpoint } = await judge({ code: `class Mine(BasePermission):\n    def has_permission(self, request, view):\n        return request.user.is_staff\nclass V(APIView):\n    permission_classes = [Mine]\n    def get(self, request):\n        return Response({})\n${served}` });
  expect(endpoint.proof.map(({ span, note }) => `${span.line} ${note}`)).toContainEqual(expect.stringContaining("18 shop.urls.Mine says whether the caller may"));
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\~]/g, "\\$&");
}
