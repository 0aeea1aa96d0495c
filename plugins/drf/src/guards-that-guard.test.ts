import { expect, test } from "vitest";
import { judge, type Case } from "./test-support/judge-case.ts";
import { grantedToStrangers, withQueryset } from "./test-support/granted-to-strangers.ts";

interface Guarded extends Case {
  /** The line that the proof ends on. */
  readonly line?: string;
}

const view = (body: string, before = ""): string => `${before}
class V(APIView):
${body}
    def get(self, request):
        return Response({})
urlpatterns = [path("x", V.as_view())]
`;

const cases: readonly Guarded[] = [
  { claim: "IsAuthenticated", code: view(`    permission_classes = [IsAuthenticated]`) },
  { claim: "the default of the settings", settings: `REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}`, code: view(`    """Nothing is said here."""`) },
  { claim: "the default of the settings, a class of the repository", settings: `REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ("shop.policy.Members",)}`, files: { "shop/policy.py": `from rest_framework.permissions import BasePermission\nclass Members(BasePermission):\n    def has_permission(self, request, view):\n        return request.user.is_authenticated\n` }, code: view(`    """Nothing is said here."""`) },
  { claim: "a permission that raises", code: view(`    permission_classes = [P]`, `class P(BasePermission):\n    def has_permission(self, request, view):\n        if request.user.is_anonymous:\n            raise exceptions.NotAuthenticated()\n        return True\n`), line: "raise exceptions.NotAuthenticated()" },
  { claim: "an authenticator that turns away whoever brings nothing", code: view(`    authentication_classes = [A]`, `class A(authentication.TokenAuthentication):\n    def authenticate(self, request):\n        found = super().authenticate(request)\n        if found is None:\n            raise exceptions.AuthenticationFailed()\n        return found\n`), line: "raise exceptions.AuthenticationFailed()" },
  { claim: "what combines both", code: view(`    permission_classes = [IsAuthenticated & ~P]`, `class P(BasePermission):\n    def has_permission(self, request, view):\n        return request.user.is_staff\n`) },
  { claim: "a list of permissions that is built step by step", code: view(`    def get_permissions(self):\n        found = [AllowAny()]\n        if self.request.method == "GET":\n            found.append(IsAuthenticated())\n        return found`) },
  { claim: "a table of permissions with a default for other actions", route: "DELETE /x/{pk}/", code: `class V(viewsets.ViewSet):\n    permission_classes = [IsAuthenticated]\n    by_action = {"list": [AllowAny]}\n    def get_permissions(self):\n        try:\n            return [one() for one in self.by_action[self.action]]\n        except KeyError:\n            return super().get_permissions()\n    def list(self, request):\n        return Response([])\n    def destroy(self, request, pk):\n        return Response([])\nrouter = routers.SimpleRouter()\nrouter.register("x", V, "x")\nurlpatterns = router.urls` },
  { claim: "a class that is made by a function", code: view(`    permission_classes = [holds("is_staff")]`, `def holds(flag):\n    class Holds(BasePermission):\n        def has_permission(self, request, view):\n            return bool(request.user.is_authenticated and getattr(request.user, flag))\n    return Holds\n`) },
  { claim: "a function view with permissions below api_view", code: `@api_view(["GET"])\n@permission_classes([IsAuthenticated])\ndef x(request):\n    return Response({})\nurlpatterns = [path("x", x)]` },
  { claim: "a base of the house", code: `class Base(APIView):\n    def initial(self, request, *args, **kwargs):\n        super().initial(request, *args, **kwargs)\n        if not request.user.is_authenticated:\n            raise exceptions.PermissionDenied()\nclass V(Base):\n    def get(self, request):\n        return Response({})\nurlpatterns = [path("x", V.as_view())]`, line: "raise exceptions.PermissionDenied()" },
  { claim: "a base that makes responses of exceptions itself", code: `class Base(APIView):\n    permission_classes = [IsAuthenticated]\n    def handle_exception(self, exc):\n        try:\n            response = super().handle_exception(exc)\n            return response\n        except Exception:\n            return Response({}, status=status.HTTP_500_INTERNAL_SERVER_ERROR)\n    def dispatch(self, request, *args, **kwargs):\n        try:\n            response = super().dispatch(request, *args, **kwargs)\n            return response\n        except Exception as exc:\n            response = self.handle_exception(exc)\n            return response\nclass V(Base):\n    def get(self, request):\n        return Response({})\nurlpatterns = [path("x", V.as_view())]` },
  { claim: "a check in the handler itself", code: view(`    permission_classes = []`).replace("return Response({})", "if not request.user.is_authenticated:\n            return Response(status=status.HTTP_401_UNAUTHORIZED)\n        return Response({})"), line: "return Response(status=status.HTTP_401_UNAUTHORIZED)" },
  { claim: "a key whose owner is got from a manager, which raises where there is none", code: view(`    authentication_classes = [A]\n    permission_classes = [IsAuthenticated]`, `from contextlib import suppress\nfrom django.db import models\nfrom rest_framework_api_key.permissions import KeyParser\nclass Key(models.Model):\n    pass\nclass Robot:\n    is_authenticated = True\nclass A(authentication.BaseAuthentication):\n    def authenticate(self, request):\n        key = KeyParser().get(request)\n        if not key:\n            return None\n        with suppress(Key.DoesNotExist):\n            key = Key.objects.get_from_key(key)\n            if not key.has_expired:\n                return Robot(), None\n        raise exceptions.AuthenticationFailed("no such key")\n`) },
  { claim: "a token of Simple JWT", code: view(`    authentication_classes = [JWTAuthentication]\n    permission_classes = [IsAuthenticated]`, `from rest_framework_simplejwt.authentication import JWTAuthentication\n`) },
  { claim: "a permission behind an authenticator from outside the repository", code: view(`    authentication_classes = [OIDCAuthentication]\n    permission_classes = [IsAuthenticated]`, `from somewhere.drf import OIDCAuthentication\n`) },
  { claim: "a permission of the model that the project's backend grants no stranger", ...grantedToStrangers, route: "DELETE /x/{pk}/" },
  { claim: "a permission of the model of a query set that is one of two", ...withQueryset(`found = super().get_queryset()\n        if found.ordered:\n            return found\n        return found.order_by("name")`), route: "DELETE /x/{pk}/" },
  { claim: "an owner's permission of one object", code: `class P(BasePermission):\n    def has_object_permission(self, request, view, obj):\n        return obj.owner == request.user\nclass V(generics.DestroyAPIView):\n    queryset = Item.objects.all()\n    permission_classes = [P]\nurlpatterns = [path("x/<int:pk>", V.as_view())]`, route: "DELETE /x/{pk}" },
];

test.each(cases.map((one) => [one.claim, one] as const))("%s", async (_claim, one) => {
  const { posture, lastLine } = await judge(one);
  expect(posture).toBe("protected");
  expect(lastLine).toBe(one.line ?? lastLine);
});
