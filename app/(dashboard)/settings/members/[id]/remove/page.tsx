import { KeyRound, ShieldUser } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { MemberSearch } from "@/components/members/member-search";
import { readSearch } from "@/components/members/members-address";
import { RemovalForm } from "@/components/members/removal-form";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/lib/auth/session";
import { isAppError } from "@/lib/errors";
import { belongingsOf } from "@/lib/members/belongings";
import { heirsOf } from "@/lib/members/heirs";
import { remove } from "../../actions";

/** How many people one chooses from; of more than these, one searches first. */
const HEIRS = 200;

type Props = PageProps<"/settings/members/[id]/remove">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { person } = await load((await params).id);
  return { title: person.disabled_at ? `Settle the keys of ${person.name}` : `Remove ${person.name}` };
}

export default async function RemoveMemberPage({ params, searchParams }: Props) {
  const actor = await requireAdmin();
  const { id } = await params;
  const belongings = await load(id);
  const { person, isLastAdmin, keys, webhooks, known } = belongings;
  const search = readSearch((await searchParams).search);
  const heirs = await heirsOf(actor, id, { search: search || undefined, limit: HEIRS });
  const isFormer = person.disabled_at !== null;
  const isSelf = actor.id === id;

  if (isLastAdmin) {
    return (
      <>
        <PageHeader title="You cannot leave yet" />
        <EmptyState
          icon={<ShieldUser />}
          title="You are the only admin"
          action={<LinkButton href="/settings/members">All members</LinkButton>}
        >
          Somebody must manage the organization. Make another member an admin first.
        </EmptyState>
      </>
    );
  }
  if (isFormer && keys.length + webhooks.length === 0) {
    return (
      <>
        <PageHeader title={`${person.name} is not a member any more`} />
        <EmptyState
          icon={<KeyRound />}
          title="Nothing is left to decide on"
          action={<LinkButton href="/settings/members">All members</LinkButton>}
        >
          They own no living key.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={
          isFormer
            ? `Settle the keys of ${person.name}`
            : isSelf
              ? "Leave the organization"
              : `Remove ${person.name}`
        }
        description={
          keys.length > 0
            ? "Decide what becomes of each key. Nothing happens until you confirm, and then all of it at once."
            : "No living key is affected."
        }
      />
      {keys.length > 0 ? (
        <Callout tone="info" title="Whoever had a key may still know its secret">
          What is not stopped is listed as known to a former member until it is rotated or has ended.
          {known > 0 ? ` So ${known === 1 ? "is 1 key" : `are ${known} keys`} of others that they made.` : ""}
        </Callout>
      ) : null}
      {keys.length > 0 && (heirs.total > HEIRS || search) ? (
        <MemberSearch
          label="Find whom keys can be handed to"
          action={`/settings/members/${id}/remove`}
          search={search}
        />
      ) : null}
      <RemovalForm belongings={belongings} heirs={heirs.rows} isSelf={isSelf} remove={remove} />
    </>
  );
}

/** One person of the organization, once a page. */
const load = cache(async (id: string) => {
  const actor = await requireAdmin();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) notFound();
  return belongingsOf(actor, id, new Date()).catch((error) => {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  });
});
