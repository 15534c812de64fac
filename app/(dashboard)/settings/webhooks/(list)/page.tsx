import { SearchX, Webhook } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { KeepFocus } from "@/components/shell/keep-focus";
import { EmptyState } from "@/components/ui/empty-state";
import { Link, LinkButton } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { CreateWebhookButton } from "@/components/webhooks/create-webhook-button";
import { listAddress, readWebhooksState } from "@/components/webhooks/webhook-address";
import { DisabledWebhooksAlarm } from "@/components/webhooks/webhook-alarm";
import { WebhookFilters } from "@/components/webhooks/webhook-filters";
import { WebhookTable } from "@/components/webhooks/webhook-table";
import { grants } from "@/lib/access/scopes";
import { requireActor } from "@/lib/auth/session";
import { disabledWebhooks, listWebhooks } from "@/lib/webhooks/list";

export const metadata: Metadata = { title: "Webhooks" };

const PAGE_SIZE = 50;
/** How many webhooks an alarm names. */
const ALARMS = 3;

export default async function WebhooksPage({ searchParams }: PageProps<"/settings/webhooks">) {
  const actor = await requireActor();
  const shown = readWebhooksState(await searchParams);
  const part = { limit: PAGE_SIZE, offset: (shown.page - 1) * PAGE_SIZE };
  const [{ rows, total, counts }, disabled] = await Promise.all([
    listWebhooks(actor, shown, part, new Date()),
    disabledWebhooks(actor, ALARMS),
  ]);
  const lastPage = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (shown.page > lastPage) redirect(listAddress(shown, { page: lastPage }));
  const hasNone = counts.all === 0 && !shown.search;
  const create = grants(actor.leaves, "webhooks:write") ? <CreateWebhookButton /> : null;

  return (
    <>
      <KeepFocus />
      <PageHeader
        title="Webhooks"
        description={
          <>
            Webhooks tell your own programs what happens here: each event is posted to a URL of yours, signed,
            and tried again until it is received.{" "}
            <Link href="/docs/webhooks" prefetch={false}>
              Read the guide
            </Link>
          </>
        }
        actions={hasNone ? null : create}
      />
      <DisabledWebhooksAlarm {...disabled} />
      {hasNone ? (
        <EmptyState icon={<Webhook />} title="No webhooks yet" action={create}>
          {create
            ? "Say where to send to and which events. You see the signing secret once, right after."
            : "Admins and recruiters can create webhooks."}
        </EmptyState>
      ) : (
        <>
          <WebhookFilters shown={shown} counts={counts} />
          {total > 0 ? (
            <WebhookTable webhooks={rows} />
          ) : (
            <EmptyState
              icon={<SearchX />}
              title="No webhook matches"
              action={<LinkButton href={listAddress()}>Show all</LinkButton>}
            />
          )}
        </>
      )}
      <Pagination
        label="Pages of webhooks"
        page={shown.page}
        pageSize={PAGE_SIZE}
        total={total}
        href={(page) => listAddress(shown, { page })}
      />
    </>
  );
}
