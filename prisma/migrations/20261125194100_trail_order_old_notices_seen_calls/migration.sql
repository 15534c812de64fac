-- DropIndex
DROP INDEX "audit_entries_organization_id_target_id_created_at_idx";

-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "dead_calls_seen_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "audit_entries_organization_id_target_id_created_at_id_idx" ON "audit_entries"("organization_id", "target_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "notices_created_at_idx" ON "notices"("created_at");
