# With DATABASE_URL, NEXTAUTH_SECRET and SECRETS_KEY: one of any number of instances on your PostgreSQL.
# Without: a PostgreSQL of its own, whose data is the volume /app/.data.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY scripts ./scripts
ENV PRISMA_SCHEMA_ENGINE_BINARY=/app/scripts/prisma/schema-engine.mjs
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app ./
# PostgreSQL refuses to run as root, and nothing here needs to be.
RUN mkdir -p .data && chown node:node .data
USER node
VOLUME /app/.data
EXPOSE 3000
HEALTHCHECK --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/api/health/ready').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "scripts/run.mjs", "start"]
