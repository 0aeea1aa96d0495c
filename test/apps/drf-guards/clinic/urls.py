from django.contrib.auth.decorators import login_required
from django.urls import include, path
from rest_framework.permissions import AllowAny
from rest_framework.routers import SimpleRouter

from clinic.api import classes, functions, inherited, sets

router = SimpleRouter()
for prefix, viewset in {
    "patients": sets.Patients,
    "by-action": sets.ByAction,
    "by-table": sets.ByTable,
    "ask-super": sets.AskSuper,
    "extra": sets.Extra,
    "action-guard": sets.ActionGuard,
    "objects": sets.Objects,
    "signed-in-objects": sets.SignedInObjects,
    "own-get-object": sets.OwnGetObject,
    "model-permissions": sets.ModelPermissions,
    "model-or-reads": sets.ModelOrReads,
    "closed": sets.Closed,
    "mine": sets.Mine,
    "loop": sets.Loop,
}.items():
    router.register(prefix, viewset, basename=prefix)

by_class = [
    path("by-default/", classes.ByDefault.as_view()),
    path("any/", classes.AnyOne.as_view()),
    path("empty-list/", classes.EmptyList.as_view()),
    path("empty-tuple/", classes.EmptyTuple.as_view()),
    path("tuple/", classes.Tuple.as_view()),
    path("constant/", classes.Constant.as_view()),
    path("extended/", classes.Extended.as_view()),
    path("added/", classes.Added.as_view()),
    path("both/", classes.Both.as_view()),
    path("either/", classes.Either.as_view()),
    path("either-open/", classes.EitherOpen.as_view()),
    path("either-reads/", classes.EitherReads.as_view()),
    path("negated/", classes.Negated.as_view()),
    path("precedence/", classes.Precedence.as_view()),
    path("reads-for-all/", classes.ReadsForAll.as_view()),
    path("own-reads-for-all/", classes.OwnReadsForAll.as_view()),
    path("admins/", classes.Admins.as_view()),
    path("named/", classes.Named.as_view()),
    path("any-user/", classes.AnyUser.as_view()),
    path("objects-alone/", classes.ObjectsAlone.as_view()),
    path("raises/", classes.Raises.as_view()),
    path("raises-for-others/", classes.RaisesForOthers.as_view()),
    path("keyed/", classes.Keyed.as_view()),
    path("ward/", classes.Ward.as_view()),
    path("group/", classes.Group.as_view()),
    path("made/", classes.Made.as_view()),
    path("per-method/", classes.PerMethod.as_view()),
    path("no-authentication/", classes.NoAuthentication.as_view()),
    path("only-basic/", classes.OnlyBasic.as_view()),
    path("authentication-alone/", classes.AuthenticationAlone.as_view()),
    path("strict/", classes.Strict.as_view()),
    path("signed-in-by-code/", classes.SignedInByCode.as_view()),
    path("silent/", classes.Silent.as_view()),
    path("optional/", classes.Optional.as_view()),
    path("optional-then-asked/", classes.OptionalThenAsked.as_view()),
    path("throttled/", classes.Throttled.as_view()),
    path("opened-here/", classes.ByDefault.as_view(permission_classes=[AllowAny])),
    path("wrapped/", login_required(classes.AnyOne.as_view())),
]

by_inheritance = [
    path("mixin-opens/", inherited.MixinOpens.as_view()),
    path("mixin-closes/", inherited.MixinCloses.as_view()),
    path("mixin-too-late/", inherited.MixinTooLate.as_view()),
    path("closed-child/", inherited.ClosedChild.as_view()),
    path("open-grandchild/", inherited.OpenGrandchild.as_view()),
    path("by-method/", inherited.ByMethod.as_view()),
    path("by-method-too-late/", inherited.ByMethodTooLate.as_view()),
    path("initial/", inherited.Initial.as_view()),
    path("forgets/", inherited.Forgets.as_view()),
    path("never/", inherited.Never.as_view()),
    path("more/", inherited.More.as_view()),
    path("any-of/", inherited.AnyOf.as_view()),
    path("dispatch/", inherited.Dispatch.as_view()),
    path("lazy/", inherited.Lazy.as_view()),
    path("refuses/", inherited.Refuses.as_view()),
    path("lets-through/", inherited.LetsThrough.as_view()),
    path("permissions-asked/", inherited.PermissionsAsked.as_view()),
    path("authenticators-asked/", inherited.AuthenticatorsAsked.as_view()),
    path("login-on-dispatch/", inherited.LoginOnDispatch.as_view()),
    path("in-handler/", inherited.InHandler.as_view()),
    path("checked-by-hand/", inherited.CheckedByHand.as_view()),
]

by_function = [
    path("by-default/", functions.by_default),
    path("open/", functions.open_to_all),
    path("reads/", functions.reads),
    path("named/", functions.named),
    path("hook/", functions.hook),
    path("decorated-below/", functions.decorated_below),
    path("decorated-between/", functions.decorated_between),
    path("only-noted/", functions.only_noted),
    path("wrapped-later/", functions.wrapped_later),
    path("in-urls/", login_required(functions.open_to_all)),
]

urlpatterns = [
    path("classes/", include(by_class)),
    path("inherited/", include(by_inheritance)),
    path("functions/", include(by_function)),
    path("sets/", include(router.urls)),
    path("sets/opened-part/<int:pk>/", sets.OpenedPart.as_view({"get": "retrieve"}, permission_classes=[AllowAny])),
]
