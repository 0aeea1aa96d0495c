import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { DashboardQuery } from "./dashboard.ts";

/** How clients ask: for how long, and how long each waits on average between an answer and its next question. */
export interface Load {
  readonly seconds: number;
  readonly thinkMs: number;
}

export interface Asked {
  readonly name: string;
  /** From the question to the last byte of its answer. */
  readonly ms: number;
}

interface Operation {
  readonly query: string;
  readonly variables?: object;
}

/** Clients that each have a token and a connection. */
export interface Clients {
  ask(token: string, operation: Operation): Promise<unknown>;
  /** Has every client ask one query after the other, each beginning with another one. Throws at the first answer with errors. */
  load(queries: Readonly<Record<string, DashboardQuery>>, load: Load): Promise<readonly Asked[]>;
  close(): void;
}

/** A connection that was kept was closed when it was used again. */
class IdleClosedError extends Error {}

export function clientsOf(origin: string, tokens: readonly string[]): Clients {
  const agent = new Agent({ keepAlive: true, maxSockets: tokens.length });
  const postOnce = (token: string, operation: Operation): Promise<string> =>
    new Promise((resolve, reject) => {
      const asking = request(`${origin}/graphql`, { agent, method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" } }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on("data", (piece: Buffer) => pieces.push(piece)).once("error", reject).once("end", () => resolve(Buffer.concat(pieces).toString("utf8")));
      });
      asking.once("error", (error) => reject(asking.reusedSocket ? new IdleClosedError("closed while idle", { cause: error }) : error));
      asking.end(JSON.stringify(operation));
    });
  // A connection that the service closed for being idle may be taken up just then: it is asked again, as browsers do.
  const post = async (token: string, operation: Operation): Promise<string> => {
    try {
      return await postOnce(token, operation);
    } catch (error) {
      if (error instanceof IdleClosedError) return postOnce(token, operation);
      throw error;
    }
  };
  return {
    ask: async (token, operation) => JSON.parse(await post(token, operation)),
    load: async (queries, { seconds, thinkMs }) => {
      const asked: Asked[] = [];
      const named = Object.entries(queries);
      const end = performance.now() + seconds * 1000;
      const client = async (token: string, index: number): Promise<void> => {
        const random = randomOf(index + 1);
        for (let at = index * 7; performance.now() < end; at++) {
          const [name, { query, variables }] = named[at % named.length] as (typeof named)[number];
          const begun = performance.now();
          const answer = await post(token, { query, ...(variables !== undefined && { variables: variables(random) }) });
          asked.push({ name, ms: performance.now() - begun });
          // An answer is not read further than to see that it is one: the clients share the processor with what they measure.
          if (!answer.startsWith('{"data":{')) throw new Error(`${name}: ${answer.slice(0, 500)}`);
          if (thinkMs > 0) await wait(thinkMs * 2 * random());
        }
      };
      await Promise.all(tokens.map(client));
      return asked;
    },
    close: () => agent.destroy(),
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function percentile(list: readonly number[], share: number): number {
  return list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
}
