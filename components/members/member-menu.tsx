"use client";

import { Ellipsis, KeyRound, UserCheck, UserCog, UserMinus } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Member } from "@/lib/members/member";
import type { MemberActions } from "./member-actions";
import { RoleDialog } from "./role-dialog";

/** What can be done about one present or former member. */
export function MemberMenu({
  member,
  isSelf,
  actions,
}: {
  member: Member;
  isSelf: boolean;
  actions: Pick<MemberActions, "changeRole" | "restore">;
}) {
  const [isOpen, setOpen] = useState(false);
  const isFormer = member.disabled_at !== null;
  const removal = `/settings/members/${member.id}/remove`;
  return (
    <>
      <Menu
        trigger={
          <IconButton aria-label={`Actions for ${member.name}`} size="sm">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem
          icon={isFormer ? <UserCheck aria-hidden /> : <UserCog aria-hidden />}
          onAction={() => setOpen(true)}
        >
          {isFormer ? "Restore…" : "Change role…"}
        </MenuItem>
        {isFormer ? (
          member.keys > 0 && (
            <MenuItem icon={<KeyRound aria-hidden />} href={removal}>
              Settle keys…
            </MenuItem>
          )
        ) : (
          <MenuItem icon={<UserMinus aria-hidden />} tone="danger" href={removal}>
            {isSelf ? "Leave the organization…" : "Remove…"}
          </MenuItem>
        )}
      </Menu>
      {isOpen ? (
        <RoleDialog member={member} isSelf={isSelf} actions={actions} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
