import type pg from "pg";
import { type ChainedEntry, hasVersion, linkOf, NO_LINK } from "@/lib/audit/chain";

type Row = Omit<ChainedEntry, "seq"> & {
  seq: string;
  link: Buffer;
  before: Buffer | null;
  key_version: number;
};

/**
 * Whether SECRETS_KEY is the one under which the database's latest audit entries were linked. True where there are
 * none; false only where not one of them fits, since a few may have been tampered with.
 */
export async function isKeyOf(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<Row>(`
    SELECT e.*, (SELECT b.link FROM audit_entries b
                  WHERE b.organization_id = e.organization_id AND b.seq = e.seq - 1) AS before
      FROM audit_entries e WHERE e.seq IS NOT NULL ORDER BY e.id DESC LIMIT 20`);
  return rows.length === 0 || rows.some(fits);
}

function fits({ link, before, key_version, ...entry }: Row): boolean {
  if (!hasVersion(key_version)) return false;
  const expected = linkOf(before ?? NO_LINK, { ...entry, seq: BigInt(entry.seq) }, key_version);
  return Buffer.from(expected).equals(link);
}
