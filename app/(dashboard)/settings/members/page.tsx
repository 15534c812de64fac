import { MailX, SearchX, UserRoundX } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { InvitationTable } from "@/components/members/invitation-table";
import { InviteButton } from "@/components/members/invite-button";
import { MemberSearch } from "@/components/members/member-search";
import { MemberTable } from "@/components/members/member-table";
import { type MembersState, membersAddress, readMembersState } from "@/components/members/members-address";
import { KeepFocus } from "@/components/shell/keep-focus";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import type { Actor } from "@/lib/access/actor";
import { requireAdmin } from "@/lib/auth/session";
import { listInvitations } from "@/lib/members/invitations";
import { countMembers, listMembers } from "@/lib/members/list";
import { changeRole, invite, restore, revokeInvitation } from "./actions";

export const metadata: Metadata = { title: "Members" };

const PAGE_SIZE = 50;

export default async function MembersPage({ searchParams }: PageProps<"/settings/members">) {
  const actor = await requireAdmin();
  const state = readMembersState(await searchParams);
  const [counts, { table, total }] = await Promise.all([countMembers(actor), listOf(actor, state)]);
  const lastPage = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (state.page > lastPage) redirect(membersAddress(state, { page: lastPage }));
  const tab = (show: MembersState["show"], label: string, count?: number) => ({
    label,
    count,
    href: membersAddress({ ...state, search: "" }, { show }),
    isCurrent: state.show === show,
  });

  return (
    <>
      <PageHeader
        title="Members"
        description="Who belongs to your organization, and what becomes of their keys when they leave."
        actions={<InviteButton invite={invite} />}
      />
      <LinkTabs
        label="People"
        items={[
          tab("present", "Members", counts.present),
          tab("invitations", "Invitations"),
          tab("former", "Former members", counts.former),
        ]}
      />
      {state.show === "invitations" ? null : (
        <MemberSearch
          action="/settings/members"
          show={state.show === "former" ? "former" : undefined}
          search={state.search}
        />
      )}
      <KeepFocus />
      {total > 0 ? table : <Nothing state={state} />}
      <Pagination
        label="Pages of people"
        page={state.page}
        pageSize={PAGE_SIZE}
        total={total}
        href={(page) => membersAddress(state, { page })}
      />
    </>
  );
}

async function listOf(actor: Actor, { show, search, page }: MembersState) {
  const now = new Date();
  const part = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  if (show === "invitations") {
    const { rows, total } = await listInvitations(actor, part, now);
    return { total, table: <InvitationTable invitations={rows} revoke={revokeInvitation} /> };
  }
  const isFormer = show === "former";
  const { rows, total } = await listMembers(actor, { isFormer, search: search || undefined, ...part }, now);
  const own = { selfId: actor.id ?? "", actions: { changeRole, restore } };
  return { total, table: <MemberTable members={rows} isFormer={isFormer} {...own} /> };
}

function Nothing({ state }: { state: MembersState }) {
  if (state.search) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="Nobody matches"
        action={<LinkButton href={membersAddress(state, { search: "" })}>Show all</LinkButton>}
      />
    );
  }
  if (state.show === "invitations") {
    return (
      <EmptyState icon={<MailX />} title="Nobody has been invited">
        An invitation is for one address and one role, and ends after seven days.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<UserRoundX />} title="Nobody has left">
      Whoever is removed stays here for the record, and can be restored.
    </EmptyState>
  );
}
