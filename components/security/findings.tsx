import { CircleCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link";
import { FINDINGS, type Finding, type FindingCounts } from "@/lib/policy/findings";
import { FINDING_TEXTS } from "./finding-texts";
import { findingAddress } from "./security-address";

/** What was found, with how many keys have it, and below the one that is open `children`; last, what was not found. */
export function Findings({
  counts,
  open,
  children,
}: {
  counts: FindingCounts;
  open: Finding | null;
  children: ReactNode;
}) {
  const absent = FINDINGS.filter((finding) => counts[finding] === 0);
  return (
    <>
      {FINDINGS.filter((finding) => counts[finding] > 0).map((finding) => (
        <Card key={finding}>
          <Heading finding={finding} count={counts[finding]} isOpen={finding === open} />
          {finding === open ? children : null}
        </Card>
      ))}
      {absent.length > 0 ? (
        <Card
          title="Nothing to do"
          description={
            absent.length === FINDINGS.length
              ? "Every key is used, narrow, and ends in time. Looked for, and found with none:"
              : "Looked for, and found with no key:"
          }
        >
          <ul aria-label="Nothing to do" className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {absent.map((finding) => (
              <li key={finding} className="flex items-start gap-3">
                <CircleCheck aria-hidden className="mt-0.75 size-4 shrink-0 text-success-text" />
                {FINDING_TEXTS[finding].title}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}

function Heading({ finding, count, isOpen }: { finding: Finding; count: number; isOpen: boolean }) {
  const { title, why } = FINDING_TEXTS[finding];
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
      <TriangleAlert aria-hidden className="mt-0.75 size-4 shrink-0 text-warning-text" />
      <div className="min-w-0 flex-1 basis-56">
        <h2 className="font-semibold">
          {title}: {count.toLocaleString("en-US")}
        </h2>
        <p className="mt-0.5 text-text-muted">{why}</p>
      </div>
      {isOpen ? null : (
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
