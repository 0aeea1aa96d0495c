#!/bin/sh
# Prints every public endpoint as JSON, page by page: MUSTER_URL=http://127.0.0.1:4747 MUSTER_TOKEN=muster_… ./public-endpoints.sh
set -eu

ask() {
  curl --silent --show-error --fail-with-body "$MUSTER_URL/graphql" \
    --header "authorization: Bearer $MUSTER_TOKEN" --header 'content-type: application/json' --data "$1"
}

query='query Public($after: String) { endpoints(postures: [PUBLIC], first: 50, after: $after) { pageInfo { hasNextPage endCursor } nodes { method path repository { name } } } }'
cursor=null
while :; do
  page=$(ask "{\"query\":\"$query\",\"variables\":{\"after\":$cursor}}")
  printf '%s\n' "$page"
  case $page in *'"errors"'*) exit 1 ;; esac
  case $page in *'"hasNextPage":true'*) ;; *) break ;; esac
  # A cursor holds no character that JSON or the shell would read in another way.
  cursor=$(printf '%s' "$page" | sed 's/.*"endCursor":\("[^"]*"\).*/\1/')
done
