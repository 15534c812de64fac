-- Not expressible in schema.prisma.
-- How many notices are unread is asked for on every page of the dashboard.
CREATE INDEX "notices_unread_idx" ON "notices"("user_id", "id") WHERE "read_at" IS NULL;
