import { linkSources, routesOf } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import aiohttp from "./index.ts";

test("methods may be named by the constants of aiohttp.hdrs", async () => {
  const code = `from aiohttp import hdrs, web
from aiohttp.hdrs import METH_ANY
async def handler(request): return web.Response()
app = web.Application()
app.router.add_route(METH_ANY, "/any", handler)
app.router.add_route(hdrs.METH_DELETE, "/one", handler)
`;
  expect(routesOf(await linkSources([python, aiohttp], { "main.py": code }))).toEqual(["* /any", "DELETE /one"]);
});
