import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isId } from "@/components/key-page/page-state";
import { KeepFocus } from "@/components/shell/keep-focus";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Address } from "@/components/webhooks/address";
import { Deliveries, type DeliveriesPage } from "@/components/webhooks/deliveries";
import { type DeliveriesState, filterOf, readDeliveriesState } from "@/components/webhooks/delivery-address";
import { listAddress } from "@/components/webhooks/webhook-address";
import { KnownSecretAlarm, WebhookAlarm } from "@/components/webhooks/webhook-alarm";
import { WebhookBar } from "@/components/webhooks/webhook-bar";
import { deedsOf } from "@/components/webhooks/webhook-deeds";
import { WebhookFacts } from "@/components/webhooks/webhook-facts";
import { StateBadge } from "@/components/webhooks/webhook-state";
import type { Actor } from "@/lib/access/actor";
import { grants } from "@/lib/access/scopes";
import { currentPerson, requireActor } from "@/lib/auth/session";
import { listDeliveries } from "@/lib/webhooks/deliveries";
import { findWebhook } from "@/lib/webhooks/list";

export const metadata: Metadata = { title: "Webhook" };

const PAGE_SIZE = 50;

export default async function WebhookPage({ params, searchParams }: PageProps<"/settings/webhooks/[id]">) {
  const [{ role }, actor] = [await currentPerson(), await requireActor()];
  const [{ id }, state] = [await params, readDeliveriesState(await searchParams)];
  const webhook = isId(id) ? await findWebhook(actor, id, new Date()) : null;
  if (webhook === null) notFound();
  const deliveries = webhook.isReadable ? await deliveriesOf(actor, id, state) : null;

  return (
    <>
      <KeepFocus />
      <Link href={listAddress()} className="inline-flex w-fit items-center gap-1.5 text-sm">
        <ArrowLeft aria-hidden className="size-3.5" />
        Webhooks
      </Link>
      <PageHeader
        title={webhook.name}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <StateBadge state={webhook.state} />
            <Address webhook={webhook} className="min-w-0 wrap-anywhere" />
          </span>
        }
        actions={<WebhookBar webhook={webhook} />}
      />
      <WebhookAlarm webhook={webhook} mayResume={deedsOf(webhook, role).includes("resume")} />
      <KnownSecretAlarm knownTo={webhook.knownTo} />
      <WebhookFacts webhook={webhook} />
      <Deliveries
        webhook={webhook}
        state={state}
        page={deliveries}
        mayResend={grants(actor.leaves, "webhooks:write")}
      />
    </>
  );
}

async function deliveriesOf(actor: Actor, id: string, state: DeliveriesState): Promise<DeliveriesPage> {
  const page = { limit: PAGE_SIZE + 1, after: state.after ?? undefined };
  const { rows, total } = await listDeliveries(actor, id, filterOf(state), page);
  return { rows: rows.slice(0, PAGE_SIZE), total, hasMore: rows.length > PAGE_SIZE };
}
