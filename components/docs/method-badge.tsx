import { Badge, type BadgeTone } from "@/components/ui/badge";

/** An HTTP method, coloured by what it does to data. */
export function MethodBadge({ method }: { method: string }) {
  return (
    <Badge tone={TONES[method] ?? "neutral"} className="min-w-15 justify-center font-mono">
      {method}
    </Badge>
  );
}

const TONES: Record<string, BadgeTone> = {
  GET: "info",
  POST: "success",
  PUT: "warning",
  PATCH: "warning",
  DELETE: "danger",
};
