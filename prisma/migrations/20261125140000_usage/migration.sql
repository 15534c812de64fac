-- CreateTable
CREATE TABLE "key_days" (
    "organization_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "ok" BIGINT NOT NULL,
    "client_error" BIGINT NOT NULL,
    "server_error" BIGINT NOT NULL,
    "rate_limited" BIGINT NOT NULL,
    "after_death" BIGINT NOT NULL,
    "after_death_at" TIMESTAMPTZ(3),

    CONSTRAINT "key_days_pkey" PRIMARY KEY ("organization_id","key_id","date")
);

-- CreateTable
CREATE TABLE "key_endpoints" (
    "organization_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "calls" BIGINT NOT NULL,

    CONSTRAINT "key_endpoints_pkey" PRIMARY KEY ("organization_id","key_id","date","method","path")
);

-- CreateTable
CREATE TABLE "key_scopes" (
    "organization_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "key_scopes_pkey" PRIMARY KEY ("organization_id","key_id","scope")
);

-- CreateTable
CREATE TABLE "key_addresses" (
    "organization_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "dead" BOOLEAN NOT NULL,
    "address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "calls" BIGINT NOT NULL,
    "last_seen" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "key_addresses_pkey" PRIMARY KEY ("organization_id","key_id","date","dead","address","user_agent")
);

-- CreateTable
CREATE TABLE "key_minutes" (
    "organization_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT NOT NULL,
    "calls" BIGINT NOT NULL,
    "last_seen" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "key_minutes_pkey" PRIMARY KEY ("organization_id","key_id","minute","address")
);

-- CreateTable
CREATE TABLE "key_requests" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "dead" BOOLEAN NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,

    CONSTRAINT "key_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_writers" (
    "id" UUID NOT NULL,
    "batch" INTEGER NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_writers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "key_endpoints_date_idx" ON "key_endpoints"("date");

-- CreateIndex
CREATE INDEX "key_addresses_date_organization_id_dead_idx" ON "key_addresses"("date", "organization_id", "dead");

-- CreateIndex
CREATE INDEX "key_minutes_minute_idx" ON "key_minutes"("minute");

-- CreateIndex
CREATE INDEX "key_requests_organization_id_key_id_id_idx" ON "key_requests"("organization_id", "key_id", "id" DESC);

-- AddForeignKey
ALTER TABLE "key_days" ADD CONSTRAINT "key_days_organization_id_key_id_fkey" FOREIGN KEY ("organization_id", "key_id") REFERENCES "api_keys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_endpoints" ADD CONSTRAINT "key_endpoints_organization_id_key_id_fkey" FOREIGN KEY ("organization_id", "key_id") REFERENCES "api_keys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_scopes" ADD CONSTRAINT "key_scopes_organization_id_key_id_fkey" FOREIGN KEY ("organization_id", "key_id") REFERENCES "api_keys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_addresses" ADD CONSTRAINT "key_addresses_organization_id_key_id_fkey" FOREIGN KEY ("organization_id", "key_id") REFERENCES "api_keys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_minutes" ADD CONSTRAINT "key_minutes_organization_id_key_id_fkey" FOREIGN KEY ("organization_id", "key_id") REFERENCES "api_keys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_requests" ADD CONSTRAINT "key_requests_organization_id_key_id_fkey" FOREIGN KEY ("organization_id", "key_id") REFERENCES "api_keys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
