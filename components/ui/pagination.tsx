import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { buttonStyle } from "./button-style";
import { LinkButton } from "./link";

/**
 * Previous and next as links, with "51–100 of 342" beside them. `page` counts from 1; `href` gives a
 * page's address. Draws nothing where all fits on one page.
 */
export function Pagination({
  label,
  page,
  pageSize,
  total,
  href,
}: {
  label: string;
  page: number;
  pageSize: number;
  total: number;
  href: (page: number) => string;
}) {
  if (total <= pageSize) return null;
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-3">
      <p className="text-sm text-text-muted">
        {first.toLocaleString("en-US")}–{last.toLocaleString("en-US")} of {total.toLocaleString("en-US")}
      </p>
      <div className="flex gap-2">
        <Step href={page > 1 ? href(page - 1) : null}>
          <ChevronLeft aria-hidden />
          Previous
        </Step>
        <Step href={last < total ? href(page + 1) : null}>
          Next
          <ChevronRight aria-hidden />
        </Step>
      </div>
    </nav>
  );
}

function Step({ href, children }: { href: string | null; children: ReactNode }) {
  if (href) {
    return (
      <LinkButton href={href} size="sm" prefetch={false}>
        {children}
      </LinkButton>
    );
  }
  return (
    <span
      className={buttonStyle({
        size: "sm",
        className: "pointer-events-none bg-transparent text-text-muted shadow-none",
      })}
    >
      {children}
    </span>
  );
}
