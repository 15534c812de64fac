-- AlterTable
ALTER TABLE "webhooks" ADD COLUMN     "handed_over_from_id" UUID;

-- AddForeignKey
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_organization_id_handed_over_from_id_fkey" FOREIGN KEY ("organization_id", "handed_over_from_id") REFERENCES "users"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
