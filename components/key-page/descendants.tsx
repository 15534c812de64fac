import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { keyAddress } from "./page-state";

/** The living keys that a key made: what revoking it would leave behind. */
export function Descendants({ keys }: { keys: { id: string; name: string }[] }) {
  return (
    <Card
      title="Keys that it made"
      description="They live on when this one ends, unless you revoke them with it"
    >
      <ul className="flex flex-col gap-1">
        {keys.map(({ id, name }) => (
          <li key={id}>
            <Link href={keyAddress(id)} prefetch={false}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
