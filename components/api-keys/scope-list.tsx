import { Code } from "@/components/ui/code";
import { Hint } from "@/components/ui/tooltip";

/** Two lines at most, so that all rows are of one height. */
const LINES = 2;

/** The first scopes of a key; the rest on hover, focus and tap. */
export function ScopeList({ scopes }: { scopes: string[] }) {
  const shown = scopes.length > LINES ? LINES - 1 : LINES;
  const rest = scopes.slice(shown);
  return (
    <span className="flex flex-col items-start gap-0.5 stacked:flex-row stacked:flex-wrap stacked:items-center stacked:gap-1">
      {scopes.slice(0, shown).map((scope) => (
        <Code key={scope} className="text-xs whitespace-nowrap">
          {scope}
        </Code>
      ))}
      {rest.length > 0 ? (
        <Hint content={rest.join(", ")} className="text-xs text-text-muted">
          +{rest.length} more
        </Hint>
      ) : null}
    </span>
  );
}
