import type { HandlerTrace, Term } from "@muster/contract";
import { expect, test } from "vitest";
import { traceIn } from "./test-support/judge-case.ts";

/** A term as Python would write it, roughly. */
function shown(term: Term): string {
  switch (term.kind) {
    case "const":
      return JSON.stringify(term.value);
    case "input":
      return `<${term.source} ${term.name}>`;
    case "principal":
      return "<caller>";
    case "symbol":
      return term.name;
    case "attribute":
      return `${shown(term.of)}.${term.name}`;
    case "call":
      return `${shown(term.callee)}(${[...term.args.map(shown), ...term.keywords.map((one) => `${one.name}=${shown(one.value)}`)].join(", ")})`;
    case "operation":
      return `(${term.operands.map(shown).join(` ${term.operator} `)})`;
    case "either":
      return term.options.map(shown).join(" | ");
    default:
      return term.kind;
  }
}

/** The calls of these names, with the conditions that hold where they are made. */
function calls(trace: HandlerTrace, name: string): { readonly call: string; readonly under: string }[] {
  return trace.events.flatMap((event) => {
    if (event.kind !== "call" || event.call.callee.kind !== "attribute" || event.call.callee.name !== name) return [];
    return [{ call: shown(event.call), under: event.under.map((one) => `${one.holds ? "" : "not "}${shown(one.term)}`).join("; ") }];
  });
}

const set = (body: string, before = ""): string => `${before}
class V(viewsets.ModelViewSet):
    queryset = Item.objects.all()
    permission_classes = [IsAuthenticated]
${body}
router = routers.SimpleRouter()
router.register("x", V, "x")
urlpatterns = router.urls
`;

test("what is destroyed is looked up by the path, in the set of the view", async () => {
  const [call] = calls(await traceIn({ route: "DELETE /x/{pk}/", code: set("") }), "delete");
  expect(call?.call).toMatch(/Item\.objects\.all\(\).*pk=<path pk>/);
});

test("the set that the view narrows to the caller", async () => {
  const [call] = calls(await traceIn({ route: "DELETE /x/{pk}/", code: set(`    def get_queryset(self):\n        return Item.objects.filter(owner=self.request.user)`) }), "delete");
  expect(call?.call).toContain("filter(owner=<caller>)");
});

test("permissions of the object hold where it is destroyed", async () => {
  const owner = `class P(BasePermission):\n    def has_object_permission(self, request, view, obj):\n        return obj.owner == request.user\n`;
  const [call] = calls(await traceIn({ route: "DELETE /x/{pk}/", code: set("    permission_classes = [P]", owner) }), "delete");
  expect(call?.under).toMatch(/owner == <caller>/);
});

test("a view that looks its object up itself asks no permission of it", async () => {
  const owner = `class P(BasePermission):\n    def has_object_permission(self, request, view, obj):\n        return obj.owner == request.user\n`;
  const [call] = calls(await traceIn({ route: "DELETE /x/{pk}/", code: set(`    permission_classes = [P]\n    def get_object(self):\n        return get_object_or_404(Item, pk=self.kwargs["pk"])`, owner) }), "delete");
  expect(call?.under).not.toContain("owner");
});

test("what a serializer saves is the object that was looked up", async () => {
  const serializer = `class S(serializers.ModelSerializer):\n    class Meta:\n        model = Item\n`;
  const [call] = calls(await traceIn({ route: "PUT /x/{pk}/", code: set("    serializer_class = S", serializer) }), "save");
  expect(call?.call).toContain("pk=<path pk>");
});

test("what perform_destroy does instead", async () => {
  const trace = await traceIn({ route: "DELETE /x/{pk}/", code: set(`    def perform_destroy(self, instance):\n        instance.hidden = True\n        instance.save()`) });
  expect(calls(trace, "delete")).toEqual([]);
  expect(calls(trace, "save")).toHaveLength(1);
});

test("whom the repository's own authenticator answers with is the caller, a lazy object too", async () => {
  const own = `from django.utils.functional import SimpleLazyObject\nclass A(authentication.BaseAuthentication):\n    def authenticate(self, request):\n        token = request.META["HTTP_AUTHORIZATION"]\n        return (SimpleLazyObject(lambda: find(token)), token)\n`;
  const [call] = calls(await traceIn({ route: "DELETE /x/{pk}/", code: set(`    authentication_classes = [A]\n    def get_queryset(self):\n        return Item.objects.filter(owner=self.request.user)`, own) }), "delete");
  expect(call?.call).toContain("filter(owner=<caller>)");
});
