import type { ComponentProps, ReactNode } from "react";
import { Frame } from "./frame";
import { navigationFor } from "./navigation";
import { TopBar } from "./top-bar";

/** The frame of every dashboard page: top bar, sidebar, and the page in the middle. */
export function Shell({
  isAdmin,
  children,
  ...bar
}: Omit<ComponentProps<typeof TopBar>, "navigation"> & { isAdmin: boolean; children: ReactNode }) {
  const navigation = navigationFor({ isAdmin });
  return (
    <Frame bar={<TopBar navigation={navigation} {...bar} />} navigation={navigation}>
      {children}
    </Frame>
  );
}
