import type { Endpoint } from "@muster/contract";
import { endpointOf, lineAt } from "@muster/plugin-tester/sources";
import { linkSources } from "./link-sources.ts";

/** Imports and settings that the cases share, so that each shows its guard alone. */
const preamble = `
from fastapi import APIRouter, Cookie, Depends, FastAPI, Header, HTTPException, Request, Security
from fastapi.responses import JSONResponse, RedirectResponse
from fastapi.security import APIKeyHeader, HTTPBearer, OAuth2PasswordBearer, OAuth2PasswordRequestForm
from typing import Annotated
import hmac, jwt, os
app = FastAPI()
scheme = OAuth2PasswordBearer(tokenUrl="login")
optional_scheme = OAuth2PasswordBearer(tokenUrl="login", auto_error=False)
`;

export interface Case {
  readonly claim: string;
  readonly code: string;
  /** Default: `GET /x`. */
  readonly route?: string;
}

export interface Judged {
  readonly posture: Endpoint["posture"];
  /** The source line of the last step of the proof. */
  readonly lastLine: string | undefined;
  readonly endpoint: Endpoint;
}

/** Links one module with the case's code and judges its route. */
export async function judge({ code, route = "GET /x" }: Case): Promise<Judged> {
  const sources = { "main.py": preamble + code };
  const endpoint = endpointOf(await linkSources(sources), route);
  const last = endpoint.proof.at(-1);
  return { posture: endpoint.posture, lastLine: last && lineAt(sources, last.span), endpoint };
}
