# There is nothing to build: Node runs the sources as they are. It takes the types away only outside node_modules,
# which is why the program lies beside them and not in them.
FROM node:26-slim AS modules
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:26-slim
ENV NODE_ENV=production \
    DATABASE_URL=file:/data/pyframe.db \
    ADMIN_PORT=9464
WORKDIR /app
COPY --from=modules /app/node_modules ./node_modules
COPY package.json ./
COPY knowledge ./knowledge
COPY adapters ./adapters
COPY src ./src
# The first run checks the knowledge and keeps what it read: the file system of a running container is read-only. The
# database is the one thing that is written, by a user who owns nothing else.
RUN node src/main.ts ask "what can you do?" > /dev/null && install --directory --owner=node --group=node /data
USER node
VOLUME /data
# 3000: Slack over HTTP, where that is configured. 9464: for the operator, on loopback unless HOST says otherwise.
EXPOSE 3000 9464
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.ADMIN_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "src/main.ts", "start"]
