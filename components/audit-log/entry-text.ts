import { ACTIONS, isAction } from "@/lib/audit/actions";
import type { AuditEntry } from "@/lib/audit/entry";

/** What was done, in words. */
export function actionText(action: string): string {
  return isAction(action) ? ACTIONS[action].label : action;
}

/** Who did it, in words. */
export function actorText({ kind, name }: AuditEntry["actor"]): string {
  if (kind === "operator") return "An operator";
  if (kind === "system") return "Prepzo";
  if (kind === "finder") return "Somebody who had the key";
  return name ?? (kind === "key" ? "A key that is gone" : "Somebody who is gone");
}

/** What an entry tells besides, a line a field: where it changed, the old value and the new one. */
export function changeLines(changes: Record<string, unknown>): { field: string; text: string }[] {
  return Object.entries(changes).map(([name, value]) => {
    const field = name.replaceAll("_", " ");
    if (typeof value === "object" && value !== null && "from" in value && "to" in value) {
      return { field, text: `${valueText(value.from)} → ${valueText(value.to)}` };
    }
    return { field, text: valueText(value) };
  });
}

function valueText(value: unknown): string {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return "none";
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
