# syntax=docker/dockerfile:1

# The service, its workers and the command in one image: docker build --tag muster .
ARG NODE_IMAGE=node:24-trixie-slim

FROM ${NODE_IMAGE} AS build
# What the native regex engine is built with, where none is published for this Node.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /muster
COPY . .
# No package's install script runs.
RUN --mount=type=cache,target=/npm-cache npm ci --cache /npm-cache --omit=dev --ignore-scripts --no-audit --no-fund
RUN XDG_CACHE_HOME=/build-cache node tools/setup/src/native-engine.mjs build /muster \
  && mv /build-cache/muster/native/re2-* /engine \
  && rm -rf tools node_modules/.muster node_modules/re2/vendor node_modules/re2/build

FROM ${NODE_IMAGE}
# Repositories are fetched by git, over HTTPS and SSH.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates git openssh-client \
  && rm -rf /var/lib/apt/lists/* \
  && install --directory --owner=node --group=node /data /cache
COPY --from=build /engine /engine
COPY --from=build /muster /muster
ENV NODE_ENV=production \
  MUSTER_NATIVE=/engine \
  XDG_DATA_HOME=/data \
  XDG_CACHE_HOME=/cache
# By number, so that Kubernetes can tell that it is not root.
USER 1000:1000
WORKDIR /data
VOLUME ["/data", "/cache"]
EXPOSE 4747
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "--eval", "fetch('http://127.0.0.1:4747/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--conditions=@muster/source", "/muster/apps/cli/src/main.ts"]
CMD ["serve", "--host", "0.0.0.0"]
