import type { Exit, FunctionValue, Instance, Machine, Place, Value } from "@muster/python";
import { callerText, enter, pathNames, receiver, type WebRoute } from "@muster/web";
import { answered } from "./error-answers.ts";
import type { Asked, Target } from "./models/asked.ts";
import { websocketName } from "./models/request.ts";
import { requestOf } from "./request-of.ts";

/** How a route's handler runs: with the request, the socket where it opens one, and the path's parameters by name. */
export function answering(machine: Machine, asked: Asked, target: Target, application: Instance, handler: Value, fn: FunctionValue, path: string, place: Place): NonNullable<WebRoute["run"]> {
  const names = pathNames(path);
  return {
    invoke: (at) =>
      asked.within(target, () => {
        const socket = at.request?.method === "WEBSOCKET" ? [requestOf(at, place, websocketName)] : [];
        const keywords = new Map(names.map((name): [string, Value] => [name, callerText({ machine: at, place }, "path", name)]));
        const exits = enter(at, fn, { positional: [...receiver(handler), requestOf(at, place), ...socket], keywords, open: false }, place);
        return answered(at, application, exits.flatMap(separate));
      }),
  };
}

/** One way out that ends with several possible answers is a way out for each of them. */
function separate(exit: Exit): Exit[] {
  return exit.value.kind === "union" ? exit.value.options.map((value) => ({ ...exit, value })) : [exit];
}
