-- AlterEnum
ALTER TYPE "actor_kind" ADD VALUE 'system';
ALTER TYPE "actor_kind" ADD VALUE 'finder';

-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "enabled_at" TIMESTAMPTZ(3),
ADD COLUMN     "expiry_noted_at" TIMESTAMPTZ(3),
ADD COLUMN     "leaked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "audit_entries" ADD COLUMN     "key_version" INTEGER,
ADD COLUMN     "link" BYTEA,
ADD COLUMN     "seq" BIGINT;

-- AlterTable
ALTER TABLE "organizations" ADD COLUMN     "policy_addresses_required" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "policy_expiry_required" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "policy_idle_days" INTEGER,
ADD COLUMN     "policy_idle_since" TIMESTAMPTZ(3),
ADD COLUMN     "policy_max_days" INTEGER,
ADD COLUMN     "policy_no_broad_scopes" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "usage_writers" ADD COLUMN     "failed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notices" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID,
    "data" JSONB NOT NULL,
    "once" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "mail_due_at" TIMESTAMPTZ(3),
    "mail_attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feeds" (
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_read_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "key_sightings" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "key_sightings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chores" (
    "name" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chores_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "audit_heads" (
    "organization_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "link" BYTEA NOT NULL,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("organization_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_organization_id_created_at_idx" ON "invitations"("organization_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notices_user_id_id_idx" ON "notices"("user_id", "id" DESC);

-- CreateIndex
CREATE INDEX "notices_organization_id_subject_id_idx" ON "notices"("organization_id", "subject_id");

-- CreateIndex
CREATE INDEX "notices_mail_due_at_idx" ON "notices"("mail_due_at");

-- CreateIndex
CREATE UNIQUE INDEX "notices_user_id_once_key" ON "notices"("user_id", "once");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_token_hash_key" ON "calendar_feeds"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "key_sightings_organization_id_key_id_source_url_key" ON "key_sightings"("organization_id", "key_id", "source", "url");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entries_organization_id_seq_key" ON "audit_entries"("organization_id", "seq");

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "users"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_sightings" ADD CONSTRAINT "key_sightings_organization_id_key_id_fkey" FOREIGN KEY ("organization_id", "key_id") REFERENCES "api_keys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Not expressible in schema.prisma.
-- One open invitation an address in an organization.
CREATE UNIQUE INDEX "invitations_open_key" ON "invitations"("organization_id", "email")
  WHERE "accepted_at" IS NULL AND "revoked_at" IS NULL;
-- The sweeper looks for keys that ended and whose end is not noted yet.
CREATE INDEX "api_keys_ending_idx" ON "api_keys"(least("expires_at", "ends_at"))
  WHERE "expiry_noted_at" IS NULL AND "revoked_at" IS NULL AND ("expires_at" IS NOT NULL OR "ends_at" IS NOT NULL);
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_policy_max_days_check" CHECK ("policy_max_days" BETWEEN 1 AND 3650);
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_policy_idle_days_check" CHECK ("policy_idle_days" BETWEEN 1 AND 3650);
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_policy_idle_since_check" CHECK (("policy_idle_days" IS NULL) = ("policy_idle_since" IS NULL));
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_chain_check"
  CHECK (("seq" IS NULL AND "link" IS NULL AND "key_version" IS NULL) OR ("seq" > 0 AND length("link") = 32 AND "key_version" > 0));
