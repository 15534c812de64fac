import { CalendarClock, CircleCheck, CirclePause, Ellipsis, OctagonX, Pencil, RefreshCw } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { isUsable } from "@/lib/api-keys/status";
import type { KeySummary } from "./key-summary";

/** What can be done to one living key. */
export type KeyDeed = "edit" | "rotate" | "disable" | "enable" | "expire" | "revoke";

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
      <MenuItem icon={<Pencil aria-hidden />} onAction={() => onChoose("edit")}>
        Edit…
      </MenuItem>
      {isUsable(row.status) && row.rotated_to === null ? (
        <MenuItem icon={<RefreshCw aria-hidden />} onAction={() => onChoose("rotate")}>
          Rotate…
        </MenuItem>
      ) : null}
      {row.status === "disabled" ? (
        <MenuItem icon={<CircleCheck aria-hidden />} onAction={() => onChoose("enable")}>
          Enable
        </MenuItem>
      ) : (
        <MenuItem icon={<CirclePause aria-hidden />} onAction={() => onChoose("disable")}>
          Disable…
        </MenuItem>
      )}
      <MenuItem icon={<CalendarClock aria-hidden />} onAction={() => onChoose("expire")}>
        Change expiration…
      </MenuItem>
      <MenuItem icon={<OctagonX aria-hidden />} tone="danger" onAction={() => onChoose("revoke")}>
        Revoke…
      </MenuItem>
    </Menu>
  );
}
