-- CreateTable
CREATE TABLE "idempotency_records" (
    "id" BYTEA NOT NULL,
    "organization_id" UUID NOT NULL,
    "api_key_id" UUID NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "status" INTEGER NOT NULL,
    "location" TEXT,
    "answer" BYTEA,
    "sealed_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_records_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "idempotency_records_created_at_idx" ON "idempotency_records"("created_at");

-- CreateIndex
CREATE INDEX "idempotency_records_sealed_until_idx" ON "idempotency_records"("sealed_until");

-- AddForeignKey
ALTER TABLE "idempotency_records" ADD CONSTRAINT "idempotency_records_organization_id_api_key_id_fkey" FOREIGN KEY ("organization_id", "api_key_id") REFERENCES "api_keys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Beyond what the schema can say.
ALTER TABLE "idempotency_records"
  ADD CONSTRAINT "idempotency_records_id_is_sha256" CHECK (octet_length("id") = 32),
  ADD CONSTRAINT "idempotency_records_body_hash_is_sha256" CHECK (octet_length("body_hash") = 32),
  ADD CONSTRAINT "idempotency_records_success_only" CHECK ("status" BETWEEN 200 AND 299);
