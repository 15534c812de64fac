import { Readable } from "node:stream";
import { filterOf, readLogState } from "@/components/audit-log/log-address";
import { EXPORT_FORMATS, type ExportFormat, exportAuditLog } from "@/lib/audit/export";
import { requireAdmin } from "@/lib/auth/session";

/** The audit log as a file: what the page shows, all of it. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireAdmin();
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const format: ExportFormat = params.format === "jsonl" ? "jsonl" : "csv";
  const text = await exportAuditLog(actor, filterOf(readLogState(params)), format);
  return new Response(Readable.toWeb(Readable.from(text)) as ReadableStream, {
    headers: {
      "Content-Type": EXPORT_FORMATS[format],
      "Content-Disposition": `attachment; filename="audit-log.${format}"`,
      "Cache-Control": "no-store",
    },
  });
}
