import NextLink from "next/link";
import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { Logo } from "@/components/shell/logo";
import type { NavigationGroup } from "@/components/shell/navigation";
import { NavigationDrawer } from "@/components/shell/navigation-drawer";
import { LinkButton } from "@/components/ui/link";
import { GUIDES } from "./guide-list";
import { ReaderProvider } from "./reader";
import type { Resource } from "./reference";

/** The frame of the reference: guides and resources at the left, the way to the keys on top. */
export function DocsShell({ resources, children }: { resources: Resource[]; children: ReactNode }) {
  const navigation = navigationOf(resources);
  return (
    <Frame bar={<DocsBar navigation={navigation} />} navigation={navigation} width="max-w-[76rem]">
      <ReaderProvider>{children}</ReaderProvider>
    </Frame>
  );
}

function DocsBar({ navigation }: { navigation: NavigationGroup[] }) {
  return (
    <header className="sticky top-0 z-40 flex h-14 items-center gap-3 border-b bg-surface px-4 md:px-5">
      <NavigationDrawer groups={navigation} />
      <NextLink
        href="/docs"
        prefetch={false}
        className="flex items-center gap-2.5 rounded font-semibold tracking-tight"
      >
        <Logo className="size-6" />
        Prepzo
      </NextLink>
      <span aria-hidden className="text-border-strong">
        /
      </span>
      <p className="min-w-0 flex-1 truncate">API reference</p>
      <LinkButton href="/settings/api-keys" prefetch={false} size="sm">
        API keys
      </LinkButton>
    </header>
  );
}

function navigationOf(resources: Resource[]): NavigationGroup[] {
  const item = (label: string, href: string) => ({ label, href, prefetch: false as const });
  return [
    {
      label: "Guides",
      items: [
        item("Introduction", "/docs"),
        ...GUIDES.map(({ title, slug }) => item(title, `/docs/${slug}`)),
      ],
    },
    {
      label: "Reference",
      items: resources.map(({ title, slug }) => item(title, `/docs/reference/${slug}`)),
    },
  ];
}
