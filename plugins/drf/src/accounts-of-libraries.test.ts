import { expect, test } from "vitest";
import { judge, routesIn } from "./test-support/judge-case.ts";

test("what dj-rest-auth and its predecessor serve for those who sign up and in is open", async () => {
  const code = `urlpatterns = [path("auth/", include("rest_auth.urls")), path("auth/up/", include("rest_auth.registration.urls")), path("dj/", include("dj_rest_auth.registration.urls"))]`;
  const routes = await routesIn({ code });
  expect(routes).toEqual(expect.arrayContaining(["POST /auth/login/", "POST /auth/password/change/", "POST /auth/up/", "POST /auth/up/verify-email/", "POST /dj/", "GET /dj/account-confirm-email/{key}/"]));
  for (const [route, posture] of [["POST /auth/up/", "public"], ["POST /auth/login/", "public"], ["POST /auth/password/change/", "protected"]] as const) expect((await judge({ code, route })).posture).toBe(posture);
});

const view = `class V(APIView):\n    authentication_classes = [Own]\n    permission_classes = [permissions.IsAuthenticatedOrReadOnly]\n    def get(self, request):\n        return Response({})\n    def post(self, request):\n        return Response({})\nurlpatterns = [path("x", V.as_view())]`;

test.each([
  ["asks what it inherits, and raises its refusal again", `from rest_framework_expiring_authtoken.authentication import ExpiringTokenAuthentication\nfrom company.models import Key\nclass Own(ExpiringTokenAuthentication):\n    def authenticate(self, request):\n        try:\n            return super().authenticate(request)\n        except exceptions.AuthenticationFailed:\n            raise\n    def authenticate_credentials(self, key):\n        try:\n            found = Key.objects.get(key=key)\n        except Key.DoesNotExist as error:\n            raise exceptions.AuthenticationFailed() from error\n        return (found.user, found)\n`],
  ["looks a token up in a model of another package", `from company.models import Key\nclass Own(authentication.TokenAuthentication):\n    def authenticate_credentials(self, key):\n        try:\n            found = Key.objects.get(key=key)\n        except Key.DoesNotExist as error:\n            raise exceptions.AuthenticationFailed() from error\n        return (found.user, found)\n`],
])("an authenticator that %s leaves strangers what the permissions leave them", async (_claim, authenticator) => {
  const code = authenticator + view;
  expect([(await judge({ code, route: "GET /x" })).posture, (await judge({ code, route: "POST /x" })).posture]).toEqual(["public", "protected"]);
});
