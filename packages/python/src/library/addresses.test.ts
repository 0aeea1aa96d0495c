import { expect, test } from "vitest";
import { pathsOf } from "../test-support/link-sources.ts";

test.each([
  ["the path of an address", `urlparse("http://localhost:8000/site/x?y=1#z").path`, "/site/x"],
  ["an address without a path", `urlparse("http://localhost:8000").path + "/a"`, "/a"],
  ["host and port", `"/" + urlsplit("https://u:p@Example.org:81/").hostname + str(urlsplit("https://u:p@Example.org:81/").port)`, "/example.org81"],
  ["an environment default", `urlparse(os.getenv("ROOT", "http://h/site")).path.lstrip("/")`, "site"],
  ["an absolute path joined to an address", `urljoin("http://h/a/b", "/c")`, "http://h/c"],
  ["a relative path joined to a path", `urljoin("/a/b", "c")`, "/a/c"],
  ["what is not known stays so", `"/x" + urlparse(other()).path`, "/x{?}"],
])("%s", async (_, code, path) => {
  expect(await pathsOf(`import os\nfrom urllib.parse import urljoin, urlparse, urlsplit\nfrom elsewhere import other\napp.add(${code}, h)`)).toEqual([path]);
});

test("taking an address apart", async () => {
  expect(await pathsOf(`from urllib.parse import urlsplit\nscheme, host, path, query, fragment = urlsplit("http://h/p?q")\napp.add(path + query, h)`)).toEqual(["/pq"]);
});
