import type { ComponentProps, ReactNode } from "react";
import { Frame } from "./frame";
import { navigation } from "./navigation";
import { TopBar } from "./top-bar";

/** The frame of every dashboard page: top bar, sidebar, and the page in the middle. */
export function Shell({
  children,
  ...bar
}: Omit<ComponentProps<typeof TopBar>, "navigation"> & { children: ReactNode }) {
  return (
    <Frame bar={<TopBar navigation={navigation} {...bar} />} navigation={navigation}>
      {children}
    </Frame>
  );
}
