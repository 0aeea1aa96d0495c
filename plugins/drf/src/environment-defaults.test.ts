import { expect, test } from "vitest";
import { judge } from "./test-support/judge-case.ts";

const code = `
class V(APIView):
    permission_classes = [IsAuthenticated]
    def get(self, request): return Response({})
urlpatterns = [path("x", V.as_view())]
`;
const files = {
  "shop/auth.py": `from django.contrib.auth.models import User
from rest_framework.authentication import BaseAuthentication
class Everybody(BaseAuthentication):
    def authenticate(self, request):
        return (User.objects.filter(is_staff=True).first(), None)
class AutoLogin:
    def __init__(self, get_response): self.get_response = get_response
    def __call__(self, request):
        request.user = User.objects.get(username="admin")
        return self.get_response(request)
`,
};
const rest = `import os\nREST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"]}\n`;
const everybody = `    REST_FRAMEWORK["DEFAULT_AUTHENTICATION_CLASSES"].append("shop.auth.Everybody")\n`;
const autoLogin = `    MIDDLEWARE.insert(MIDDLEWARE.index("django.contrib.auth.middleware.AuthenticationMiddleware") + 1, "shop.auth.AutoLogin")\n`;

test.each([
  ["an authenticator that knows everybody, off by a default of the code's", `if os.getenv("DEBUG", "no") == "yes":\n${everybody}`, "protected", true],
  ["an authenticator that knows everybody, on by a default of the code's", `if os.getenv("DEBUG", "yes") == "yes":\n${everybody}`, "unprotected", undefined],
  ["an authenticator that knows everybody, there unless a variable is set", `if not os.getenv("STRICT"):\n${everybody}`, "unprotected", undefined],
  ["middleware that signs everybody in, where a variable names the account", `if os.getenv("AUTO_LOGIN"):\n${autoLogin}`, "protected", true],
  ["middleware that signs everybody in, in any case", `if True:\n${autoLogin}`, "unprotected", undefined],
])("%s", async (_, settings, posture, byDefault) => {
  const { endpoint } = await judge({ code, files, settings: rest + settings });
  expect(endpoint.posture === "protected").toBe(posture === "protected");
  expect(endpoint.guards.some(({ environmentDefault }) => environmentDefault)).toBe(byDefault ?? false);
});
