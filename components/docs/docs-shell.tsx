import type { ReactNode } from "react";
import { Bar } from "@/components/shell/bar";
import { Frame } from "@/components/shell/frame";
import type { NavigationGroup } from "@/components/shell/navigation";
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
  const toKeys = (
    <LinkButton href="/settings/api-keys" prefetch={false} size="sm">
      API keys
    </LinkButton>
  );
  return (
    <Bar navigation={navigation} home="/docs" end={toKeys}>
      <span className="truncate">API reference</span>
    </Bar>
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
