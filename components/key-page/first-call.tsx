import { CodeBlock } from "@/components/ui/code";
import { CopyButton } from "@/components/ui/copy-button";

/** What stands in place of the chart of a key that was never used: how to use it. */
export function FirstCall({ line }: { line: string }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="text-text-muted">
        No call yet. Try this with the whole key in place of the dots; the call shows here within seconds.
      </p>
      <CodeBlock label="A first call" action={<CopyButton text={line} label="Copy: A first call" iconOnly />}>
        {line}
      </CodeBlock>
    </div>
  );
}
