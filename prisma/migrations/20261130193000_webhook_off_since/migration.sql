ALTER TABLE "webhooks" ADD COLUMN "off_since" TIMESTAMPTZ(3);

-- Whoever switches a webhook off, and however: what had happened before is told when it is on again.
CREATE FUNCTION note_webhook_off() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.off_since = CASE WHEN NOT NEW.enabled THEN clock_timestamp() END;
  RETURN NEW;
END $$;

CREATE TRIGGER webhook_off BEFORE UPDATE ON "webhooks"
  FOR EACH ROW WHEN (OLD.enabled IS DISTINCT FROM NEW.enabled)
  EXECUTE FUNCTION note_webhook_off();
