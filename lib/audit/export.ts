import { stringify } from "csv-stringify";
import type { Actor } from "@/lib/access/actor";
import { change } from "@/lib/change";
import type { AuditFilter } from "./filter";
import { type LinkedEntry, wholeAuditLog } from "./read";

/** The forms in which the log can be taken away, by the ending of the file. */
export const EXPORT_FORMATS = {
  csv: "text/csv; charset=utf-8; header=present",
  jsonl: "application/jsonl; charset=utf-8",
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

/**
 * The organization's audit log as a file, in portions: CSV (RFC 4180), in which cells that a spreadsheet would take for
 * a formula begin with an apostrophe (OWASP "CSV Injection"), or JSON lines; each entry with its link of the chain. That
 * it was taken is an entry itself, written first. Throws `forbidden` for anybody but the organization's admins.
 */
export async function exportAuditLog(
  actor: Actor,
  filter: AuditFilter,
  format: ExportFormat,
): Promise<AsyncIterable<string>> {
  const portions = wholeAuditLog(actor, filter);
  const first = await portions.next();
  await change(actor, async (_, record) => {
    record.audit("audit_log.exported", "organization", actor.organizationId, { format });
  });
  return (format === "csv" ? csv : jsonLines)(startingWith(first, portions));
}

async function* startingWith<T>(
  first: IteratorResult<T, void>,
  rest: AsyncGenerator<T, void>,
): AsyncGenerator<T> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function* jsonLines(portions: AsyncIterable<LinkedEntry[]>): AsyncGenerator<string> {
  for await (const entries of portions) {
    yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
  }
}

const COLUMNS = [
  "created_at",
  "action",
  "actor_kind",
  "actor_id",
  "actor_name",
  "actor_email",
  "owner_id",
  "target_type",
  "target_id",
  "target_name",
  "changes",
  "address",
  "user_agent",
  "request_id",
  "seq",
  "link",
  "key_version",
];

async function* csv(portions: AsyncIterable<LinkedEntry[]>): AsyncGenerator<string> {
  yield await text([COLUMNS]);
  for await (const entries of portions) {
    yield await text(
      entries.map(({ actor, target, ...entry }) => [
        entry.created_at.toISOString(),
        entry.action,
        actor.kind,
        actor.id,
        actor.name,
        actor.email,
        entry.owner_id,
        target.type,
        target.id,
        target.name,
        JSON.stringify(entry.changes),
        entry.address,
        entry.user_agent,
        entry.request_id,
        entry.seq,
        entry.link,
        entry.key_version === null ? null : String(entry.key_version),
      ]),
    );
  }
}

function text(rows: (string | null)[][]): Promise<string> {
  return new Promise((resolve, reject) => {
    // Without the last, a name with a line break in it would end its row and begin another.
    const form = {
      escape_formulas: true,
      record_delimiter: "windows",
      quote_record_delimiter: true,
    } as const;
    stringify(rows, form, (error, text) => (error ? reject(error) : resolve(text)));
  });
}
