import type { Unresolved } from "@muster/contract";
import type { Value } from "@muster/python";
import type { Layer } from "@muster/web";

/** The middleware that the settings list, in their order. */
export class Middleware {
  readonly unresolved: readonly Unresolved[] = [];

  layersFor(_callback: Value): readonly Layer[] {
    return [];
  }
}
