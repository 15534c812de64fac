"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useRequest } from "@/components/api-keys/use-request";
import { Callout } from "@/components/ui/callout";
import { FormDialog } from "@/components/ui/form-dialog";
import { toast } from "@/components/ui/toast";
import { ROLES, type Role } from "@/lib/access/roles";
import type { Member } from "@/lib/members/member";
import type { MemberActions } from "./member-actions";
import { RoleField } from "./role-field";

/** Gives a member another role, or lets a former one in again with one. */
export function RoleDialog({
  member,
  isSelf,
  actions,
  onClose,
}: {
  member: Member;
  isSelf: boolean;
  actions: Pick<MemberActions, "changeRole" | "restore">;
  onClose: () => void;
}) {
  const router = useRouter();
  const { name, keys } = member;
  const isFormer = member.disabled_at !== null;
  const [role, setRole] = useState<Role>(member.role);
  const { isPending, failure, send } = useRequest({ leaves: isSelf });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isFormer && role === member.role) return onClose();
    const run = isFormer ? actions.restore : actions.changeRole;
    void send(
      () => run({ id: member.id, role }),
      () => {
        toast(isFormer ? `${name} is a member again` : `${name} is now ${ROLES[role].label.toLowerCase()}`);
        onClose();
        // This page is for admins only.
        if (isSelf) router.push("/settings/profile");
      },
    );
  }

  return (
    <FormDialog
      title={isFormer ? `Restore ${name}` : `Change the role of ${name}`}
      description={member.email}
      submit={isFormer ? "Restore" : "Change role"}
      pendingLabel="Saving"
      isPending={isPending}
      failure={failure}
      onSubmit={submit}
      onClose={onClose}
    >
      {isFormer ? <p>They sign in as before. Keys that were stopped stay so.</p> : null}
      <RoleField value={role} onChange={setRole} />
      {keys > 0 ? <KeysNote keys={keys} isFormer={isFormer} /> : null}
      {isSelf && role !== "admin" ? (
        <Callout tone="warning">This is you. You can no longer open this page then.</Callout>
      ) : null}
    </FormDialog>
  );
}

function KeysNote({ keys, isFormer }: { keys: number; isFormer: boolean }) {
  const their = keys === 1 ? "The key that they own" : `The ${keys} keys that they own`;
  return (
    <p className="text-text-muted">
      {isFormer
        ? `${their} ${keys === 1 ? "works" : "work"} again, as far as the role lets them.`
        : `${their} can do no more than the role lets them, from the next call on.`}
    </p>
  );
}
