import { Callout } from "@/components/ui/callout";
import { ExactTime } from "@/components/ui/time";
import { mayGrant } from "@/lib/access/actor";
import { isScope, type Scope } from "@/lib/access/scopes";
import { whyItEnds } from "./imposed-end";
import type { KeyInput } from "./key-form";
import type { KeyHolder, KeySummary } from "./key-summary";

/** What the key that takes another's place begins with: all of it but the end, as far as the holder may give it. */
export function settingsOf(row: KeySummary, holder: KeyHolder): Omit<KeyInput, "expires_at"> {
  const { name, description, allowed_ips, rate_limit, on_leak } = row;
  return { name, description, scopes: givableOf(row, holder), allowed_ips, rate_limit, on_leak };
}

/** Says why a key is replaced and not rotated, and what is to be done with both. */
export function ReplacedKey({ row, holder }: { row: KeySummary; holder: KeyHolder }) {
  const givable: string[] = givableOf(row, holder);
  const left = row.scopes.filter((scope) => !givable.includes(scope));
  return (
    <Callout title="This key cannot be rotated or changed any more">
      <p>
        {row.expires_at ? (
          <>
            It ends on <ExactTime value={row.expires_at} />, {whyItEnds(row)}.{" "}
          </>
        ) : null}
        A new key with the same settings takes its place: put it wherever the old one is, then revoke the old
        one.
      </p>
      {row.owner.id === holder.id ? null : (
        <p>The old key is {row.owner.name}’s. The new one will be yours.</p>
      )}
      {left.length > 0 ? <p>Your role does not let you give it {left.join(", ")}.</p> : null}
    </Callout>
  );
}

function givableOf({ scopes }: KeySummary, holder: KeyHolder): Scope[] {
  return scopes.filter(isScope).filter((scope) => mayGrant(holder.scopes, scope));
}
