import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code";
import { CopyButton } from "@/components/ui/copy-button";
import { Fold } from "@/components/ui/fold";
import { ExactTime, RelativeTime } from "@/components/ui/time";
import type { AttemptView } from "@/lib/webhooks/delivery-view";
import { outcomeText, tookText } from "./delivery-text";

/** The attempts of a delivery, the newest first: what went out, and what came back. */
export function AttemptList({ attempts, total }: { attempts: AttemptView[]; total: number }) {
  return (
    <Card
      title="Attempts"
      description={
        attempts.length < total
          ? `The latest ${attempts.length} of ${total.toLocaleString("en-US")}. Signatures are masked.`
          : "The newest first. Signatures are masked."
      }
    >
      {attempts.length === 0 ? (
        <p className="text-text-muted">None was made yet.</p>
      ) : (
        <ol className="flex flex-col divide-y" aria-label="Attempts">
          {attempts.map((attempt, index) => (
            <li key={attempt.number} className="flex flex-col gap-2 py-4 first:pt-0 last:pb-0">
              <Attempt attempt={attempt} isOpen={index === 0} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function Attempt({ attempt, isOpen }: { attempt: AttemptView; isOpen: boolean }) {
  const { number, at, trigger, status_code, error, duration_ms } = attempt;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-medium">Attempt {number}</h3>
        <Badge tone={error === null ? "success" : "danger"}>{status_code ?? "No answer"}</Badge>
        {trigger === "resend" ? <Badge>Sent again by hand</Badge> : null}
        <span className="text-sm text-text-muted">
          <ExactTime value={at} withSeconds /> (<RelativeTime value={at} isPast />)
        </span>
        <span className="text-sm text-text-muted tabular-nums">{tookText(duration_ms)}</span>
      </div>
      {error === null ? null : <p className="wrap-anywhere">{outcomeText(attempt)}.</p>}
      <Fold title="Request headers">
        <Headers label={`Request headers of attempt ${number}`} headers={attempt.request_headers} />
      </Fold>
      {status_code === null ? null : (
        <Fold title="Answer" isOpen={isOpen || undefined}>
          <div className="flex flex-col gap-2">
            <Headers
              label={`Headers of the answer to attempt ${number}`}
              headers={attempt.response_headers}
            />
            <Body label={`Body of the answer to attempt ${number}`} text={attempt.response_body} />
          </div>
        </Fold>
      )}
    </>
  );
}

function Headers({ label, headers }: { label: string; headers: Record<string, string> }) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (lines.length === 0) return <p className="text-sm text-text-muted">None was kept.</p>;
  return (
    <CodeBlock label={label} className="max-h-72">
      {lines.join("\n")}
    </CodeBlock>
  );
}

function Body({ label, text }: { label: string; text: string | null }) {
  if (!text) return <p className="text-sm text-text-muted">The answer had no body.</p>;
  return (
    <CodeBlock
      label={label}
      className="max-h-96"
      action={<CopyButton iconOnly text={text} label="Copy the body of the answer" />}
    >
      {text}
    </CodeBlock>
  );
}
