-- DropIndex
DROP INDEX "jobs_organization_id_department_id_idx";

-- CreateIndex
CREATE INDEX "jobs_organization_id_department_id_created_at_id_idx" ON "jobs"("organization_id", "department_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "jobs_organization_id_location_type_created_at_id_idx" ON "jobs"("organization_id", "location_type", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "interviews_organization_id_status_created_at_id_idx" ON "interviews"("organization_id", "status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "offers_organization_id_status_created_at_id_idx" ON "offers"("organization_id", "status", "created_at" DESC, "id" DESC);
