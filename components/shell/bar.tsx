import NextLink from "next/link";
import type { ReactNode } from "react";
import { Logo } from "./logo";
import type { NavigationGroup } from "./navigation";
import { NavigationDrawer } from "./navigation-drawer";

/** The bar on top of a page. `home` is where the mark leads; children say where one is; `end` stands at the right. */
export function Bar({
  navigation,
  home,
  end,
  children,
}: {
  navigation: NavigationGroup[];
  home: string;
  end: ReactNode;
  children: ReactNode;
}) {
  return (
    <header className="sticky top-0 z-40 flex h-14 items-center gap-3 border-b bg-surface px-4 md:px-5">
      <NavigationDrawer groups={navigation} />
      <NextLink
        href={home}
        prefetch={false}
        className="flex items-center gap-2.5 rounded font-semibold tracking-tight"
      >
        <Logo className="size-6" />
        Prepzo
      </NextLink>
      <span aria-hidden className="text-border-strong">
        /
      </span>
      <p className="flex min-w-0 flex-1 items-center gap-2">{children}</p>
      {end}
    </header>
  );
}
