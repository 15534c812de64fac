import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code";
import { CopyButton } from "@/components/ui/copy-button";
import type { ApiAnswer } from "./call-api";

/** What came back: status, headers and body. */
export function AnswerView({ answer: { status, headers, body } }: { answer: ApiAnswer }) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p className="flex items-center gap-2 font-medium">
        Answer
        <Badge
          tone={status < 300 ? "success" : status < 500 ? "warning" : "danger"}
          dot
          className="font-mono"
        >
          {status}
        </Badge>
      </p>
      <details>
        <summary className="min-h-6 text-sm text-text-muted">{headers.length} headers</summary>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-1 font-mono text-xs">
          {headers.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-text-muted">{name}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
      {body ? (
        <CodeBlock
          label="Body of the answer"
          className="max-h-96"
          action={<CopyButton text={body} label="Copy: Body of the answer" iconOnly />}
        >
          {body}
        </CodeBlock>
      ) : null}
    </div>
  );
}
