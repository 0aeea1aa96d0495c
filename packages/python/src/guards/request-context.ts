import type { Dict, Place, Value } from "../values/value.ts";
import type { LooseMatch } from "./loose-match.ts";
import type { UnboundName } from "./unbound-name.ts";

/** The request that a run is about: what middleware may look at before the handler. */
export interface RequestContext {
  /** Where the repository declares what answers: shown for what happens inside library modules alone. */
  readonly place?: Place;
  readonly method: string;
  /** The full path; parameters are holes. */
  readonly path: Value;
  /** Set when a run looked at the method or path: its outcome then holds for this endpoint alone. */
  touched: boolean;
  /**
   * What middleware put beside the request for a caller without a valid credential, under the assumption that nothing
   * is found by one: read only by runs that make the same assumption.
   */
  readonly state: Dict;
  /** Names of path parameters that code asked for and the route does not bind, by place. */
  readonly unbound?: Map<string, UnboundName>;
  /** The last pattern that the path met with a part of a word: see `noteLooseMatch`. */
  loose?: LooseMatch | undefined;
  /** Names the middleware stack that `state` comes from: equal for requests for which it is equal. */
  stack: string;
  /**
   * Set while only the way to the handler is judged: a library's own code says that the request got there, and the run ends.
   * Otherwise the handler runs like everything before it.
   */
  reached?: ((place: Place) => void) | undefined;
  /** Set while one operation of an endpoint that serves several is judged: which the request asks for. */
  operation?: Value | undefined;
  /** Every operation that can be asked for instead, as what answers the request came by them. */
  offered?: Value | undefined;
}
