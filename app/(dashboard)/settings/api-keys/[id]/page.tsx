import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { curlLine } from "@/components/api-keys/curl-line";
import { type KeyActions, type KeySummary, keyHolder, keySummary } from "@/components/api-keys/key-summary";
import { NewSecret } from "@/components/api-keys/new-secret";
import { StatusBadge } from "@/components/api-keys/status-badge";
import { Callers } from "@/components/key-page/callers";
import { DeadCallsAlarm } from "@/components/key-page/dead-calls";
import { Descendants } from "@/components/key-page/descendants";
import { Endpoints } from "@/components/key-page/endpoints";
import { KeyBar } from "@/components/key-page/key-bar";
import { KeyFacts } from "@/components/key-page/key-facts";
import { LeakAlarm } from "@/components/key-page/leaks";
import { isId, readPageState } from "@/components/key-page/page-state";
import { Requests } from "@/components/key-page/requests";
import { Rotation } from "@/components/key-page/rotation";
import { ScopeUses } from "@/components/key-page/scope-use";
import { Trail } from "@/components/key-page/trail";
import { UsageCard } from "@/components/key-page/usage-card";
import { KeepFocus } from "@/components/shell/keep-focus";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { planLimit } from "@/lib/api/rate-limit";
import { isLiving, isUsable } from "@/lib/api-keys/status";
import { publicOrigin } from "@/lib/auth/public-origin";
import { currentPerson, requireActor } from "@/lib/auth/session";
import { livingSuccessorOf, sightingsOf } from "@/lib/leaks/sightings";
import { disablings } from "@/lib/policy/idle-keys";
import { policyOf } from "@/lib/policy/policy";
import { gatherEvidence } from "@/lib/usage/gather-evidence";
import * as keyActions from "../actions";

export const metadata: Metadata = { title: "API key" };

const actions: KeyActions = { ...keyActions };

export default async function ApiKeyPage({ params, searchParams }: PageProps<"/settings/api-keys/[id]">) {
  const [person, actor] = [await currentPerson(), await requireActor()];
  const [{ id }, state, now] = [await params, readPageState(await searchParams), new Date()];
  if (!isId(id)) notFound();
  const [found, sightings] = await Promise.all([
    gatherEvidence(actor, id, state, now),
    sightingsOf(actor, id),
  ]);
  if (found === null) notFound();

  const { key, usage, chain, madeBy } = found;
  const idle = await disablings(actor, [id], now);
  const row = keySummary(key);
  const isDeadLeak = sightings.length > 0 && !isLiving(row.status);
  const successor = isDeadLeak ? await livingSuccessorOf(actor, id, now) : null;
  const { previous, next } = usage.rotation;
  const self = { ...row, last_hour: usage.last_hour };
  const halves = next ? { old: self, next } : previous ? { old: previous, next: self } : null;
  const holder = keyHolder(person, actor.origin.address, await policyOf(actor));
  const origin = publicOrigin(await headers());

  return (
    <NewSecret holder={holder} actions={actions}>
      <KeepFocus />
      <Link href="/settings/api-keys" className="inline-flex w-fit items-center gap-1.5 text-sm">
        <ArrowLeft aria-hidden className="size-3.5" />
        API keys
      </Link>
      <PageHeader
        title={row.name}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <StatusBadge status={row.status} />
            <code className="font-mono text-xs">
              {row.key_prefix}…{row.last_four}
            </code>
          </span>
        }
        actions={<KeyBar row={row} />}
      />
      <LeakAlarm sightings={sightings} row={row} successor={successor} />
      <DeadCallsAlarm calls={found.deadCalls} row={row} />
      <KeyFacts
        row={row}
        disabledAt={idle.get(id) ?? null}
        madeBy={madeBy}
        revokedBy={found.revokedBy}
        planLimit={planLimit(person.organization.plan)}
      />
      {halves ? <Rotation self={id} {...halves} chain={chain} now={now} /> : null}
      <UsageCard
        id={id}
        state={state}
        total={usage.total}
        afterDeath={usage.after_death.calls}
        days={usage.by_day}
        firstCall={isUsable(row.status) && row.last_used_at === null ? curlLine(origin, masked(row)) : null}
      />
      <ScopeUses row={row} uses={usage.scopes} given={found.given} now={now} />
      <Endpoints endpoints={usage.endpoints} days={state.days} />
      <Callers callers={found.callers} days={state.days} />
      <Requests id={id} state={state} requests={found.requests.rows} hasMore={found.requests.hasMore} />
      {found.made.rows.length > 0 ? <Descendants keys={found.made.rows} others={found.made.others} /> : null}
      <Trail id={id} state={state} entries={found.trail.rows} chain={chain} hasMore={found.trail.hasMore} />
    </NewSecret>
  );
}

/** A key as the page may show it in a command. */
function masked({ key_prefix, last_four, effective_scopes }: KeySummary) {
  return { key: `${key_prefix}…${last_four}`, scopes: effective_scopes };
}
