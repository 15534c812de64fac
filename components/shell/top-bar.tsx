import NextLink from "next/link";
import { Badge } from "@/components/ui/badge";
import { type Account, AccountMenu } from "./account-menu";
import { Logo } from "./logo";
import type { NavigationGroup } from "./navigation";
import { NavigationDrawer } from "./navigation-drawer";

/** The bar on top of every page of the dashboard: product, organization and account. */
export function TopBar({
  navigation,
  organization,
  account,
  signOut,
}: {
  navigation: NavigationGroup[];
  organization: { name: string; plan: string };
  account: Account;
  signOut: () => void | Promise<void>;
}) {
  return (
    <header className="sticky top-0 z-40 flex h-14 items-center gap-3 border-b bg-surface px-4 md:px-5">
      <NavigationDrawer groups={navigation} />
      <NextLink
        href="/"
        prefetch={false}
        className="flex items-center gap-2.5 rounded font-semibold tracking-tight"
      >
        <Logo className="size-6" />
        Prepzo
      </NextLink>
      <span aria-hidden className="text-border-strong">
        /
      </span>
      <p className="flex min-w-0 flex-1 items-center gap-2">
        <span className="truncate">{organization.name}</span>
        <Badge className="capitalize max-sm:hidden">{organization.plan}</Badge>
      </p>
      <AccountMenu account={account} signOut={signOut} />
    </header>
  );
}
