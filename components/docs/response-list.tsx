import { Badge } from "@/components/ui/badge";
import { Code } from "@/components/ui/code";
import type { Operation } from "./reference";

/** Every status that an operation can answer with, and the headers that not every answer carries. */
export function ResponseList({
  responses,
  common,
}: {
  responses: Operation["responses"];
  common: readonly string[];
}) {
  return (
    <section className="flex min-w-0 flex-col gap-1.5">
      <h3 className="font-medium">Responses</h3>
      <ul aria-label="Responses" className="divide-y border-y">
        {responses.map(({ status, description, headers }) => {
          const own = headers.filter((header) => !common.includes(header));
          return (
            <li key={status} className="flex gap-3 py-2">
              <Badge tone={status.startsWith("2") ? "success" : "neutral"} className="font-mono">
                {status}
              </Badge>
              <p className="min-w-0">
                {description}
                {own.length > 0 ? (
                  <span className="block text-sm text-text-muted">
                    With{" "}
                    {own.map((header, index) => (
                      <span key={header}>
                        {index > 0 ? ", " : null}
                        <Code>{header}</Code>
                      </span>
                    ))}
                  </span>
                ) : null}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
