import type { Case } from "./judge-case.ts";

const backend = `
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from shop.rows import row_of

class Backend(ModelBackend):
    def has_perm(self, user_obj, perm, obj=None):
        if user_obj.is_anonymous and perm not in settings.GRANTED_TO_STRANGERS:
            return False
        return super().has_perm(row_of(user_obj), perm, obj)
`;

const views = `
from rest_framework.permissions import DjangoObjectPermissions
from shop.models import Crate

class Granted(DjangoObjectPermissions):
    authenticated_users_only = False
    perms_map = {"GET": ["%(app_label)s.view_%(model_name)s"], "DELETE": ["%(app_label)s.delete_%(model_name)s"]}

class V(generics.RetrieveDestroyAPIView):
    queryset = Crate.objects.all()
    permission_classes = [Granted]

urlpatterns = [path("x/<int:pk>/", V.as_view())]
`;

/** A project that keeps a row for strangers, with the permissions that the settings allow it to have. */
export const grantedToStrangers: Omit<Case, "claim"> = {
  code: views,
  settings: `INSTALLED_APPS = ["shop"]\nGRANTED_TO_STRANGERS = ("shop.view_crate",)\nAUTHENTICATION_BACKENDS = ("shop.backends.Backend", "allauth.account.auth_backends.AuthenticationBackend")`,
  files: {
    "shop/backends.py": backend,
    "shop/models.py": `from django.db import models\nclass Crate(models.Model):\n    name = models.CharField()\n`,
    "shop/rows.py": `from django.contrib.auth.models import User\ndef row_of(user):\n    return User.objects.get(pk=-1) if user.is_anonymous else user\n`,
  },
};

/** The same, of a view whose query set is put together in a method: its body, after the first indent. */
export function withQueryset(body: string, more = ""): Omit<Case, "claim"> {
  const code = views.replace("    permission_classes", `    def get_queryset(self):\n        ${body}\n${more}    permission_classes`);
  return { ...grantedToStrangers, code };
}
