import { Code } from "@/components/ui/code";
import { Hint } from "@/components/ui/tooltip";

const SHOWN = 2;

/** The first scopes of a key; the rest on hover, focus and tap. */
export function ScopeList({ scopes }: { scopes: string[] }) {
  const rest = scopes.slice(SHOWN);
  return (
    <span className="flex flex-wrap items-center gap-1">
      {scopes.slice(0, SHOWN).map((scope) => (
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
