import { ScrollText, SearchX } from "lucide-react";
import type { Metadata } from "next";
import { filterOf, logAddress, logQuery, readLogState } from "@/components/audit-log/log-address";
import { LogFilters } from "@/components/audit-log/log-filters";
import { LogTable } from "@/components/audit-log/log-table";
import { Older } from "@/components/key-page/requests";
import { buttonStyle } from "@/components/ui/button-style";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { auditLog } from "@/lib/audit/read";
import { requireAdmin } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Audit log" };

const PAGE_SIZE = 50;

export default async function AuditLogPage({ searchParams }: PageProps<"/settings/audit-log">) {
  const actor = await requireAdmin();
  const state = readLogState(await searchParams);
  const page = { limit: PAGE_SIZE + 1, after: state.after ?? undefined };
  const found = await auditLog(actor, filterOf(state), page);
  const entries = found.slice(0, PAGE_SIZE);
  const query = logQuery(state);

  return (
    <>
      <PageHeader
        title="Audit log"
        description="Who did what in your organization, when and from where. Entries are never changed or removed."
        actions={
          <>
            <Download href={`/settings/audit-log/export${withFormat(query, "csv")}`}>Export CSV</Download>
            <Download href={`/settings/audit-log/export${withFormat(query, "jsonl")}`}>
              Export JSON lines
            </Download>
          </>
        }
      />
      <LogFilters state={state} />
      {entries.length > 0 ? (
        <LogTable entries={entries} />
      ) : query ? (
        <EmptyState
          icon={<SearchX />}
          title="No entry matches"
          action={<LinkButton href="/settings/audit-log">Show all entries</LinkButton>}
        >
          {state.from && state.to && state.from > state.to ? "“From” is a later day than “To”." : null}
        </EmptyState>
      ) : (
        <EmptyState icon={<ScrollText />} title="Nothing has happened yet" />
      )}
      <Older
        label="entries"
        first={state.after ? logAddress(state) : null}
        next={found.length > PAGE_SIZE ? logAddress(state, { after: entries.at(-1)?.id ?? null }) : null}
      />
    </>
  );
}

/** An ordinary link: a file is no page that could be navigated to without scripts of ours. */
function Download({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} download className={buttonStyle({})}>
      {children}
    </a>
  );
}

function withFormat(query: string, format: string): string {
  const params = new URLSearchParams(query);
  params.set("format", format);
  return `?${params}`;
}
