import { native, none, type Value } from "@muster/python";

/** What decorators put on functions and `as_view()` takes over from `dispatch`: `csrf_exempt`, `login_required`. */
export function viewModels(): readonly (readonly [string, Value])[] {
  return [
    [
      "django.views.marks.take_marks",
      native("django.views.marks.take_marks", (call) => {
        const [to, from] = [call.get(0), call.get(1)];
        const marked = from?.kind === "method" ? from.func : from;
        if (to?.kind === "function" && marked?.kind === "function") for (const [name, value] of marked.attributes) if (!to.attributes.has(name)) to.attributes.set(name, value);
        return none;
      }),
    ],
  ];
}
