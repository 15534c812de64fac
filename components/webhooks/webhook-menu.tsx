"use client";

import {
  CirclePause,
  CirclePlay,
  Ellipsis,
  type LucideIcon,
  Pencil,
  RefreshCw,
  Send,
  Trash2,
} from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { WebhookDeed } from "./webhook-deeds";

/** The menu of one webhook: of what can be done to it, these. */
export function WebhookMenu({
  name,
  deeds,
  onChoose,
}: {
  name: string;
  deeds: WebhookDeed[];
  onChoose: (deed: WebhookDeed) => void;
}) {
  return (
    <Menu
      trigger={
        <IconButton aria-label={`Actions for ${name}`} size="sm">
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      {deeds.map((deed) => {
        const { Icon, label } = ITEMS[deed];
        return (
          <MenuItem
            key={deed}
            icon={<Icon aria-hidden />}
            tone={deed === "delete" ? "danger" : undefined}
            onAction={() => onChoose(deed)}
          >
            {label}
          </MenuItem>
        );
      })}
    </Menu>
  );
}

const ITEMS: Record<WebhookDeed, { Icon: LucideIcon; label: string }> = {
  test: { Icon: Send, label: "Send a test event…" },
  edit: { Icon: Pencil, label: "Edit…" },
  rotate: { Icon: RefreshCw, label: "Rotate secret…" },
  pause: { Icon: CirclePause, label: "Pause…" },
  resume: { Icon: CirclePlay, label: "Resume" },
  delete: { Icon: Trash2, label: "Delete…" },
};
