import { CommandError } from "../command-error.ts";

/** One operation on a service; throws `CommandError` where it does not answer, or answers with errors. */
export type Ask = <Data>(query: string, variables: object) => Promise<Data>;

/** The token for a service; it is given in the environment, where no list of processes shows it. */
export function serviceToken(env: NodeJS.ProcessEnv): string {
  const token = env["MUSTER_TOKEN"];
  if (token === undefined || token === "") throw new CommandError(2, "There is no token for the service.", "Set MUSTER_TOKEN to one with the scopes that are needed.");
  return token;
}

/** Asks the service at a URL with a token. */
export function askService(server: string, token: string): Ask {
  const url = new URL("/graphql", server);
  return async <Data>(query: string, variables: object): Promise<Data> => {
    let answer: Response;
    try {
      answer = await fetch(url, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: JSON.stringify({ query, variables }), signal: AbortSignal.timeout(60_000) });
    } catch (error) {
      throw new CommandError(3, `The service at ${url.origin} does not answer.`, "Check --server, and that it runs.", { cause: error });
    }
    const { data, errors } = (await answer.json()) as { readonly data?: Data | null; readonly errors?: readonly { readonly message: string }[] };
    if (data === undefined || data === null) throw new CommandError(3, `The service at ${url.origin} refuses: ${errors?.map(({ message }) => message).join(" ") ?? `status ${answer.status}`}`, "Check the token and its scopes.");
    return data;
  };
}
