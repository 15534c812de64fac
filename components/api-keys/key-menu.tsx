import {
  CalendarClock,
  CircleCheck,
  CirclePause,
  Ellipsis,
  type LucideIcon,
  OctagonX,
  Pencil,
  RefreshCw,
  Replace,
} from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { deedsOf, type KeyDeed } from "./deeds";
import type { KeySummary } from "./key-summary";

/** The menu of one living key: what its state allows. */
export function KeyMenu({ row, onChoose }: { row: KeySummary; onChoose: (deed: KeyDeed) => void }) {
  return (
    <Menu
      trigger={
        <IconButton aria-label={`Actions for ${row.name}`} size="sm">
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      {deedsOf(row).map((deed) => {
        const { Icon, label } = ITEMS[deed];
        return (
          <MenuItem
            key={deed}
            icon={<Icon aria-hidden />}
            tone={deed === "revoke" ? "danger" : undefined}
            onAction={() => onChoose(deed)}
          >
            {label}
          </MenuItem>
        );
      })}
    </Menu>
  );
}

const ITEMS: Record<KeyDeed, { Icon: LucideIcon; label: string }> = {
  edit: { Icon: Pencil, label: "Edit…" },
  rotate: { Icon: RefreshCw, label: "Rotate…" },
  replace: { Icon: Replace, label: "Replace…" },
  disable: { Icon: CirclePause, label: "Disable…" },
  enable: { Icon: CircleCheck, label: "Enable" },
  expire: { Icon: CalendarClock, label: "Change expiration…" },
  revoke: { Icon: OctagonX, label: "Revoke…" },
};
