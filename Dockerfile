# syntax=docker/dockerfile:1
# The server in an image: built with everything, run with Node and one folder. `--target tools` keeps the commands
# (ingest, build-db) for a container that prepares data.

FROM node:20.20-bookworm-slim AS tools
WORKDIR /src
ENV NEXT_TELEMETRY_DISABLED=1 DATABASE_DIR=/data
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build-db && npm run standalone -- --out /server
RUN chown -R node:node /data /src/data
USER node
ENTRYPOINT ["npm", "run"]

FROM node:20.20-bookworm-slim AS server
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    HOSTNAME=0.0.0.0 \
    PORT=3000 \
    DATABASE_DIR=/data \
    UV_THREADPOOL_SIZE=16
WORKDIR /server
COPY --from=tools --chown=root:root /server ./
COPY --from=tools --chown=node:node /data /data
USER node
EXPOSE 3000
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
