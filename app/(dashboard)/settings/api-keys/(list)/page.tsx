import { KeyRound, SearchX } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EndingKeys } from "@/components/api-keys/ending-keys";
import { GenerateKeyButton } from "@/components/api-keys/generate-key-button";
import { KeyFilters } from "@/components/api-keys/key-filters";
import { KeySearch } from "@/components/api-keys/key-search";
import { type KeyActions, keyHolder, keySummary } from "@/components/api-keys/key-summary";
import { KeyTable } from "@/components/api-keys/key-table";
import { listAddress, readListState } from "@/components/api-keys/list-address";
import { NewSecret } from "@/components/api-keys/new-secret";
import { DeadKeysAlarm } from "@/components/key-page/dead-calls";
import { LivingLeaksAlarm } from "@/components/key-page/leaks";
import { KeepFocus } from "@/components/shell/keep-focus";
import { EmptyState } from "@/components/ui/empty-state";
import { Link, LinkButton } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { countKeys, keysWithoutSuccessor, listKeys } from "@/lib/api-keys/list";
import { currentPerson, requireActor } from "@/lib/auth/session";
import { livingLeaks } from "@/lib/leaks/sightings";
import { disablings } from "@/lib/policy/idle-keys";
import { policyOf } from "@/lib/policy/policy";
import { deadKeysOfDay } from "@/lib/usage/dead-calls";
import * as keyActions from "../actions";

export const metadata: Metadata = { title: "API keys" };

const actions: KeyActions = { ...keyActions };
const PAGE_SIZE = 50;
/** How many keys an alarm names. */
const ALARMS = 3;

export default async function ApiKeysPage({ searchParams }: PageProps<"/settings/api-keys">) {
  const [person, actor] = [await currentPerson(), await requireActor()];
  const params = await searchParams;
  const state = readListState(params);
  // What looks like a key is not left standing in the address.
  if (typeof params.search === "string" && params.search.trim() !== state.search) {
    redirect(listAddress(state, { page: state.page }));
  }
  const holder = keyHolder(person, actor.origin.address, await policyOf(actor));
  const now = new Date();

  const filter = { search: state.search || undefined, scope: state.scope ?? undefined };
  const status = state.status === "all" ? undefined : state.status;
  const [counts, { rows, total }, dead, ending, leaks] = await Promise.all([
    countKeys(actor, filter, now),
    listKeys(
      actor,
      { ...filter, status, sort: state.sort, limit: PAGE_SIZE, offset: (state.page - 1) * PAGE_SIZE },
      now,
    ),
    deadKeysOfDay(actor, ALARMS, now),
    keysWithoutSuccessor(actor, ALARMS, now),
    livingLeaks(actor, ALARMS, now),
  ]);
  const lastPage = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (state.page > lastPage) redirect(listAddress(state, { page: lastPage }));
  const idle = await disablings(
    actor,
    rows.map(({ id }) => id),
    now,
  );
  const hasNone = counts.all === 0 && !filter.search && !filter.scope;

  return (
    <NewSecret holder={holder} actions={actions}>
      <KeepFocus />
      <PageHeader
        title="API keys"
        description={
          <>
            Keys let your own programs use the Prepzo API in your organization’s name, within the scopes you
            choose.{" "}
            <Link href="/docs" prefetch={false}>
              Read the API reference
            </Link>
          </>
        }
        actions={hasNone ? null : <GenerateKeyButton />}
      />
      <LivingLeaksAlarm {...leaks} />
      <DeadKeysAlarm {...dead} />
      <EndingKeys rows={ending.rows.map(keySummary)} total={ending.total} />
      {hasNone ? (
        <EmptyState icon={<KeyRound />} title="No API keys yet" action={<GenerateKeyButton />}>
          Generate a key, choose what it may do, and call the API with it. You see the secret once, right
          after.
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-col gap-3">
            <KeyFilters state={state} counts={counts} />
            <KeySearch state={state} />
          </div>
          {rows.length > 0 ? (
            <KeyTable rows={rows.map(keySummary)} idle={new Set(idle.keys())} state={state} />
          ) : (
            <EmptyState
              icon={<SearchX />}
              title="No key matches"
              action={<LinkButton href="/settings/api-keys?status=all">Show all keys</LinkButton>}
            >
              {state.search ? `Nothing in this state fits “${state.search}”.` : "No key is in this state."}
            </EmptyState>
          )}
          <Pagination
            label="Pages of API keys"
            page={state.page}
            pageSize={PAGE_SIZE}
            total={total}
            href={(page) => listAddress(state, { page })}
          />
        </>
      )}
    </NewSecret>
  );
}
