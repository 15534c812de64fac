-- AlterTable
ALTER TABLE "events" ADD COLUMN     "to_dispatch" BOOLEAN NOT NULL DEFAULT false;

-- What waits is few among many, and taken in its order.
CREATE INDEX "events_to_dispatch_idx" ON "events"("id") WHERE "to_dispatch";
