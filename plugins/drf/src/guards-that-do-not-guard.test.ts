import { expect, test } from "vitest";
import { judge, type Case } from "./test-support/judge-case.ts";
import { grantedToStrangers, withQueryset } from "./test-support/granted-to-strangers.ts";

const view = (body: string, before = ""): string => `${before}
class V(APIView):
${body}
    def get(self, request):
        return Response({})
urlpatterns = [path("x", V.as_view())]
`;

const cases: readonly Case[] = [
  { claim: "without settings everybody is let in", code: view(`    """Nothing is asked."""`) },
  { claim: "permission classes that are replaced only sometimes", code: view(`    permission_classes = [AllowAny]\n    def get_permissions(self):\n        if self.request.query_params.get("strict"):\n            self.permission_classes = [IsAuthenticated]\n        return super().get_permissions()`) },
  { claim: "one of two lists, by what the caller asks for", code: view(`    def get_permissions(self):\n        if self.request.query_params.get("open"):\n            return []\n        return [IsAuthenticated()]`) },
  { claim: "a table of permissions that names the action", route: "GET /x/", code: `class V(viewsets.ViewSet):\n    permission_classes = [IsAuthenticated]\n    by_action = {"list": [AllowAny]}\n    def get_permissions(self):\n        try:\n            return [one() for one in self.by_action[self.action]]\n        except KeyError:\n            return super().get_permissions()\n    def list(self, request):\n        return Response([])\nrouter = routers.SimpleRouter()\nrouter.register("x", V, "x")\nurlpatterns = router.urls` },
  { claim: "a permission that returns None on the way that strangers take is no permission, one that returns its user is", code: view(`    permission_classes = [P]`, `class P(BasePermission):\n    def has_permission(self, request, view):\n        return request.user is not None\n`) },
  { claim: "permission_classes above api_view come too late", code: `@permission_classes([IsAuthenticated])\n@api_view(["GET"])\ndef x(request):\n    return Response({})\nurlpatterns = [path("x", x)]` },
  { claim: "an authenticator that takes whatever name the caller sends", code: view(`    authentication_classes = [A]\n    permission_classes = [IsAuthenticated]`, `from django.contrib.auth.models import User\nclass A(authentication.BaseAuthentication):\n    def authenticate(self, request):\n        return (User(username="guest"), None)\n`) },
  { claim: "an or with a permission that lets everybody in", code: view(`    permission_classes = [IsAdminUser | P]`, `class P(BasePermission):\n    def has_permission(self, request, view):\n        return True\n`) },
  { claim: "an authenticator from outside the repository, without a permission", code: view(`    authentication_classes = [OIDCAuthentication]`, `from somewhere.drf import OIDCAuthentication\n`) },
  { claim: "throttles", code: view(`    throttle_classes = [Slow]`, `from rest_framework.throttling import AnonRateThrottle\nclass Slow(AnonRateThrottle):\n    rate = "1/day"\n`) },
  { claim: "permissions of objects on a list", code: `class P(BasePermission):\n    def has_object_permission(self, request, view, obj):\n        return obj.owner == request.user\nclass V(generics.ListAPIView):\n    queryset = Item.objects.all()\n    permission_classes = [P]\nurlpatterns = [path("x", V.as_view())]` },
  { claim: "a decorator on a method that was never applied to the one that answers", code: `class V(APIView):\n    @method_decorator(login_required)\n    def post(self, request):\n        return Response({})\n    def get(self, request):\n        return Response({})\nurlpatterns = [path("x", V.as_view())]` },
  { claim: "the default of the settings, where the view says otherwise", settings: `REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}`, code: view(`    permission_classes = []`) },
];

test.each(cases.map((one) => [one.claim, one] as const))("%s", async (_claim, one) => {
  expect((await judge(one)).posture).toBe("public");
});

test("settings that the environment decides are not known", async () => {
  const code = view(`    """Nothing is said here."""`);
  const { posture } = await judge({ code, settings: `import os\nREST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": [os.environ["POLICY"]]}` });
  expect(posture).toBe("unknown");
});

test("a permission from outside the repository is not known", async () => {
  const { posture, reason } = await judge({ code: view(`    permission_classes = [IsAllowed]`, `from house_permissions import IsAllowed\n`) });
  expect(posture).toBe("unknown");
  expect(reason).toContain("has_permission");
});

test("a permission of the model that strangers may have been granted is not known", async () => {
  expect((await judge({ ...grantedToStrangers, route: "GET /x/{pk}/" })).posture).toBe("unknown");
});

test("a permission of the model is not known where the query set is of one of two models", async () => {
  expect((await judge({ ...withQueryset(`if flag():\n            return Item.objects.all()\n        return super().get_queryset()`), route: "DELETE /x/{pk}/" })).posture).toBe("unknown");
});

test("an answer that says that the request is at fault is no way past what is not decided before it", async () => {
  const backend = `from django.conf import settings
from django.contrib.auth.backends import ModelBackend
def action_of(perm):
    try:
        label, codename = perm.split(".")
        action, model = codename.rsplit("_", 1)
    except ValueError:
        raise ValueError("no permission")
    return action
class Backend(ModelBackend):
    def has_perm(self, user_obj, perm, obj=None):
        if action_of(perm) == "view" and settings.ALL_ARE_SHOWN:
            return True
        if user_obj.is_anonymous:
            return False
        return super().has_perm(user_obj, perm, obj)
`;
  const judged = async (answer: string): Promise<string> => {
    const dispatch = `    def dispatch(self, request, *args, **kwargs):\n        try:\n            return super().dispatch(request, *args, **kwargs)\n        except KeyError:\n            return self.finalize_response(request, Response(${answer}))\n`;
    const one = withQueryset(`if flag():\n            return Item.objects.all()\n        return super().get_queryset()`, dispatch);
    const settings = `from company import configuration\n${one.settings}\nALL_ARE_SHOWN = configuration.ALL_ARE_SHOWN`;
    return (await judge({ ...one, settings, files: { ...one.files, "shop/backends.py": backend }, route: "DELETE /x/{pk}/" })).posture;
  };
  expect(await judged("{}, status=409")).toBe("unknown");
  expect(await judged("Crate.objects.count()")).toBe("public");
});

test.each([
  ["in the body of the class, under a condition", `class V(APIView):\n    if flag():\n        permission_classes = [IsAuthenticated]\n    def get(self, request):\n        return Response({})`],
  ["in the body of the class, where the environment says so", `class V(APIView):\n    if os.environ.get("STRICT"):\n        permission_classes = [IsAuthenticated]\n    def get(self, request):\n        return Response({})`],
  ["one of two lists", `class V(APIView):\n    permission_classes = [IsAuthenticated] if flag() else []\n    def get(self, request):\n        return Response({})`],
])("permissions that are set only sometimes are not decided: %s", async (_, code) => {
  expect((await judge({ code: `import os\nfrom company import flag\n${code}\nurlpatterns = [path("x", V.as_view())]` })).posture).toBe("unknown");
});

test("a permission that is appended only sometimes is never called a protection", async () => {
  expect((await judge({ code: view(`    def get_permissions(self):\n        found = [AllowAny()]\n        if self.request.query_params.get("strict"):\n            found.append(IsAuthenticated())\n        return found`) })).posture).not.toBe("protected");
});
