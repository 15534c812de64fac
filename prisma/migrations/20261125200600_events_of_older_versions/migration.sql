-- While instances are upgraded one after the other, older ones write events and know nothing of this column.
ALTER TABLE "events" ALTER COLUMN "to_dispatch" SET DEFAULT true;
