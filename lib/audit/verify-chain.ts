import { db } from "@/lib/db";
import { hasVersion, linkOf, NO_LINK } from "./chain";

/** A place in a chain that was seen: an organization's last entry at some time, and how many had no link then. */
export type Head = { organization_id: string; seq: string; link: string; unlinked: number };

/** What the check of an organization's chain found. */
export type Verdict = {
  organization_id: string;
  /** How many entries are linked, and how many are older than the chain and so vouched for by nothing. */
  linked: number;
  unlinked: number;
  head: Head | null;
  /** The first thing that is wrong, in words; null where all is as it was written. */
  fault: string | null;
};

const PORTION = 1_000;

/** Every organization whose audit trail has entries or had some. */
export async function chainedOrganizations(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT organization_id AS id FROM audit_heads UNION SELECT organization_id FROM audit_entries ORDER BY id`;
  return rows.map(({ id }) => id);
}

/**
 * Computes every link of an organization's chain anew. Finds entries that were changed, put in, taken out or put in
 * another order, and where `seen` is given, also whether the chain no longer holds that place.
 * Takes no lock: what is written meanwhile is looked at up to where the chain ended at first.
 */
export async function verifyChain(organization_id: string, seen: Head | null): Promise<Verdict> {
  const head = await db().auditHead.findUnique({ where: { organization_id } });
  const unlinked = await db().auditEntry.count({ where: { organization_id, seq: null } });
  const end = head?.seq ?? 0n;
  let [seq, link]: [bigint, Uint8Array] = [0n, NO_LINK];
  let fault: string | null = null;
  let seenLink: string | null = seen?.seq === "0" ? hex(NO_LINK) : null;

  while (seq < end && fault === null) {
    const rows = await db().auditEntry.findMany({
      where: { organization_id, seq: { gt: seq, lte: end } },
      orderBy: { seq: "asc" },
      take: PORTION,
    });
    if (rows.length === 0) fault = `entries ${seq + 1n} to ${end} are missing`;
    for (const { link: stored, key_version, seq: place, ...entry } of rows) {
      const next = seq + 1n;
      const version = key_version ?? 0;
      if (place !== next) fault = `entry ${next} is missing`;
      else if (!hasVersion(version)) {
        fault = `entry ${next} (${entry.id}) names version ${version} of SECRETS_KEY, which is not there`;
      } else {
        const expected = linkOf(link, { ...entry, seq: next }, version);
        if (hex(stored) !== hex(expected)) fault = `entry ${next} (${entry.id}) is not as it was written`;
        [seq, link] = [next, expected];
        if (String(next) === seen?.seq) seenLink = hex(expected);
      }
      if (fault !== null) break;
    }
  }
  if (fault === null && head && hex(head.link) !== hex(link)) fault = "the last link is not the head's";
  if (fault === null && (await hasMoreThan(organization_id, end))) fault = `there are entries after the head`;
  if (fault === null && seen && seenLink !== seen.link) {
    fault = `the chain no longer holds entry ${seen.seq} as it was when its head was saved`;
  }
  if (fault === null && seen && seen.unlinked !== unlinked) {
    fault = `there are ${unlinked} entries without a link, and were ${seen.unlinked}`;
  }
  return {
    organization_id,
    linked: Number(seq),
    unlinked,
    head: head && { organization_id, seq: String(head.seq), link: hex(head.link), unlinked },
    fault,
  };
}

/** Whether entries lie beyond an end that is still the end: what was added meanwhile moved it. */
async function hasMoreThan(organization_id: string, end: bigint): Promise<boolean> {
  const [more, head] = await db().$transaction([
    db().auditEntry.count({ where: { organization_id, seq: { gt: end } } }),
    db().auditHead.findUnique({ where: { organization_id }, select: { seq: true } }),
  ]);
  return more > 0 && (head?.seq ?? 0n) === end;
}

function hex(bytes: Uint8Array | null): string {
  return Buffer.from(bytes ?? []).toString("hex");
}
