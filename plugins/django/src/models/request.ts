import { modelClass, symbolic, label, type ClassValue, type Place, type Value } from "@muster/python";
import { callerMapping, inputs, requestState } from "@muster/web";
import type { Site } from "../site.ts";

const state = requestState.attributes;
export const requestClass: ClassValue = modelClass({ name: "django.http.HttpRequest" });
void state; void callerMapping; void inputs;

export function requestValue(place: Place): Value {
  return symbolic({ kind: "input", source: "request", name: "*" }, { labels: label.request, place, type: requestClass });
}

export function requestModels(_site: Site): readonly (readonly [string, Value])[] {
  return [["django.http.request.HttpRequest", requestClass]];
}
