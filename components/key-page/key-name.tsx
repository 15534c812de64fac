import { Link } from "@/components/ui/link";
import { keyAddress } from "./page-state";

/** A key by its first and last characters, as a link to its page. */
export function KeyName({ value }: { value: { id: string; key_prefix: string; last_four: string } }) {
  return (
    <Link href={keyAddress(value.id)} prefetch={false} className="font-mono text-xs whitespace-nowrap">
      {value.key_prefix}…{value.last_four}
    </Link>
  );
}
