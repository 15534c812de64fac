-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "handed_over_from_id" UUID;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization_id_handed_over_from_id_fkey" FOREIGN KEY ("organization_id", "handed_over_from_id") REFERENCES "users"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
