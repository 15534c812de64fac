import { CircleCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link";
import { FINDINGS, type Finding, type FindingCounts } from "@/lib/policy/findings";
import { FINDING_TEXTS } from "./finding-texts";
import { findingAddress } from "./security-address";

/** Everything that is looked for, with how many keys have it; below the one that is open, `children`. */
export function Findings({
  counts,
  open,
  children,
}: {
  counts: FindingCounts;
  open: Finding | null;
  children: ReactNode;
}) {
  const isAllWell = FINDINGS.every((finding) => counts[finding] === 0);
  return (
    <>
      {isAllWell ? (
        <Callout tone="success" title="Nothing needs attention">
          Every key is used, narrow, and ends in time.
        </Callout>
      ) : null}
      {FINDINGS.map((finding) => (
        <Card key={finding}>
          <Heading finding={finding} count={counts[finding]} isOpen={finding === open} />
          {finding === open ? children : null}
        </Card>
      ))}
    </>
  );
}

function Heading({ finding, count, isOpen }: { finding: Finding; count: number; isOpen: boolean }) {
  const { title, why } = FINDING_TEXTS[finding];
  const Icon = count === 0 ? CircleCheck : TriangleAlert;
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
      <Icon
        aria-hidden
        className={`mt-0.75 size-4 shrink-0 ${count === 0 ? "text-success-text" : "text-warning-text"}`}
      />
      <div className="min-w-0 flex-1 basis-56">
        <h2 className="font-semibold">
          {title}: {count === 0 ? "none" : count.toLocaleString("en-US")}
        </h2>
        {count === 0 ? null : <p className="mt-0.5 text-text-muted">{why}</p>}
      </div>
      {count === 0 || isOpen ? null : (
        <LinkButton
          size="sm"
          href={findingAddress(finding)}
          scroll={false}
          prefetch={false}
          aria-label={`Show keys: ${title}`}
        >
          Show keys
        </LinkButton>
      )}
    </div>
  );
}
