import type { Json } from "@muster/contract";
import { endpointOf, linkSources, type Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import fastapi from "./index.ts";

const link = (sources: Sources, options: { readonly [key: string]: Json }): ReturnType<typeof linkSources> => linkSources([python, fastapi], sources, { python: options });

const reason = "Checks the mesh token; lives in the acme-auth package.";

test("a dependency from outside the repository guards where it is described, and the proof says so", async () => {
  const sources = { "main.py": `from acme_auth import require_user\nfrom fastapi import Depends, FastAPI\napp = FastAPI(openapi_url=None)\n@app.delete("/a", dependencies=[Depends(require_user)])\ndef a(): ...\n@app.delete("/b")\ndef b(): ...\n` };
  const without = endpointOf(await link(sources, {}), "DELETE /a");
  const model = await link(sources, { guards: [{ name: "acme_auth.require_user", form: "call", credential: "http-bearer", reason }] });
  const { posture, proof, guards } = endpointOf(model, "DELETE /a");
  expect(without.posture).toBe("unknown");
  expect([posture, guards[0]?.name, guards[0]?.credentials]).toEqual(["protected", "acme_auth.require_user", ["http-bearer"]]);
  expect(proof.map((step) => step.note).join(" ")).toContain(`acme_auth.require_user is described in the configuration and was not followed: ${reason}`);
  expect(proof.every((step) => step.span.path === "main.py")).toBe(true);
  expect(endpointOf(model, "DELETE /b").posture).toBe("public");
});

test("a decorator of the repository that cannot be followed counts as it is described", async () => {
  const sources = {
    "guards.py": `import acme\ndef staff(function):\n    return acme.wrap(function)\n`,
    "main.py": `from fastapi import FastAPI\nfrom guards import staff\napp = FastAPI(openapi_url=None)\n@app.get("/a")\n@staff\ndef a(): ...\n`,
  };
  const model = await link(sources, { guards: [{ name: "guards.staff", form: "decorator", reason }] });
  expect(endpointOf(model, "GET /a").posture).toBe("protected");
  expect(endpointOf(await link(sources, {}), "GET /a").posture).not.toBe("protected");
});

test("a described decorator above the route does not guard, as none does", async () => {
  const sources = { "main.py": `from acme_auth import staff\nfrom fastapi import FastAPI\napp = FastAPI(openapi_url=None)\n@staff("admin")\n@app.get("/a")\ndef a(): ...\n` };
  const model = await link(sources, { guards: [{ name: "acme_auth.staff", form: "decorator-factory", reason }] });
  expect(endpointOf(model, "GET /a").posture).toBe("public");
});

test("a router class from outside the repository is what it is said to be like", async () => {
  const sources = { "main.py": `from acme_web import Router\nfrom fastapi import FastAPI\napp = FastAPI(openapi_url=None)\nrouter = Router(prefix="/x")\n@router.get("/a")\ndef a(): ...\napp.include_router(router)\n` };
  const model = await link(sources, { routers: [{ name: "acme_web.Router", like: "fastapi.APIRouter", reason }] });
  expect(model.endpoints.map(({ path }) => path)).toEqual(["/x/a"]);
  expect((await link(sources, {})).endpoints).toEqual([]);
});
