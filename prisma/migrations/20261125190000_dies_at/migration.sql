-- Keys are sorted by the end that is shown, which is the earlier of two.
ALTER TABLE "api_keys" ADD COLUMN "dies_at" TIMESTAMPTZ(3) GENERATED ALWAYS AS (least("expires_at", "ends_at")) STORED;
