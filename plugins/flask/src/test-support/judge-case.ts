import type { Endpoint } from "@muster/contract";
import { endpointOf, linkSources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import flask from "../index.ts";

/** What the cases share, so that each shows its guard alone. */
const preamble = `
import hmac, os
from functools import wraps
from flask import Blueprint, Flask, Response, abort, current_app, g, jsonify, make_response, redirect, request, session, url_for
from flask.views import MethodView, View
from werkzeug.exceptions import Unauthorized
app = Flask(__name__, static_folder=None)
`;

export interface Case {
  readonly claim: string;
  readonly code: string;
  /** Default: `GET /x`. */
  readonly route?: string;
}

/** The endpoint of a case in one module. */
export async function judge({ code, route = "GET /x" }: Case): Promise<Endpoint> {
  return endpointOf(await linkSources([python, flask], { "main.py": preamble + code }), route);
}
