import type { WebhookView } from "@/lib/webhooks/webhook";

/** Where a webhook sends to. What stands in the query may be secret. */
export function Address({
  webhook: { host, path, hasQuery },
  className,
}: {
  webhook: Pick<WebhookView, "host" | "path" | "hasQuery">;
  className?: string;
}) {
  return (
    <span className={className}>
      {host}
      {path === "/" && !hasQuery ? "" : path}
      {hasQuery ? "?…" : ""}
    </span>
  );
}
