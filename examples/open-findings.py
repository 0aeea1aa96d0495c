#!/usr/bin/env python3
"""Prints open critical and high findings as CSV, and exits with 1 where there are any.

It needs Python's standard library alone:
    MUSTER_URL=http://127.0.0.1:4747 MUSTER_TOKEN=muster_… python3 open-findings.py [repository]
"""

import csv
import json
import os
import sys
import urllib.error
import urllib.request

FINDINGS = """
query Findings($repositories: [ID!], $after: String) {
  findings(severities: [CRITICAL, HIGH], states: [OPEN], repositories: $repositories, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { severity rule message firstSeenAt span { path line } repository { name } }
  }
}
"""
REPOSITORY = "query Repository($name: String!) { repository(name: $name) { id } }"


def ask(query, variables):
    """Answers the data of an operation, or ends with what the service says."""
    request = urllib.request.Request(
        os.environ["MUSTER_URL"].rstrip("/") + "/graphql",
        data=json.dumps({"query": query, "variables": variables}).encode(),
        headers={"authorization": "Bearer " + os.environ["MUSTER_TOKEN"], "content-type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            body = json.load(answer)
    except urllib.error.HTTPError as error:
        sys.exit(f"The service refuses ({error.code}): {error.read().decode(errors='replace').strip()}")
    if body.get("errors"):
        sys.exit("The service refuses: " + " ".join(error["message"] for error in body["errors"]))
    return body["data"]


def findings(repositories):
    """Every finding, page by page."""
    after = None
    while True:
        page = ask(FINDINGS, {"repositories": repositories, "after": after})["findings"]
        yield from page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


def main():
    repositories = None
    if len(sys.argv) > 1:
        found = ask(REPOSITORY, {"name": sys.argv[1]})["repository"]
        if found is None:
            sys.exit(f"There is no repository {sys.argv[1]!r} that the token may see.")
        repositories = [found["id"]]
    out = csv.writer(sys.stdout)
    out.writerow(["repository", "severity", "rule", "path", "line", "first seen", "message"])
    count = 0
    for one in findings(repositories):
        count += 1
        place = one["span"]
        out.writerow([one["repository"]["name"], one["severity"], one["rule"], place["path"], place["line"], one["firstSeenAt"], one["message"]])
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
