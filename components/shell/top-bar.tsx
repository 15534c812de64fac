import { Badge } from "@/components/ui/badge";
import { type Account, AccountMenu } from "./account-menu";
import { Bar } from "./bar";
import { Bell } from "./bell";
import type { NavigationGroup } from "./navigation";

/** The bar on top of every page of the dashboard: product, organization, unread notices and account. */
export function TopBar({
  navigation,
  organization,
  account,
  unread,
  signOut,
}: {
  navigation: NavigationGroup[];
  organization: { name: string; plan: string };
  account: Account;
  unread: number;
  signOut: () => void | Promise<void>;
}) {
  return (
    <Bar
      navigation={navigation}
      home="/"
      end={
        <>
          <Bell unread={unread} />
          <AccountMenu account={account} signOut={signOut} />
        </>
      }
    >
      <span className="truncate">{organization.name}</span>
      <Badge className="capitalize max-sm:hidden">{organization.plan}</Badge>
    </Bar>
  );
}
