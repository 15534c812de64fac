import type { ComponentProps, ReactNode } from "react";
import { navigation } from "./navigation";
import { Sidebar } from "./sidebar";
import { SkipLink } from "./skip-link";
import { TopBar } from "./top-bar";

/** The frame of every dashboard page: top bar, sidebar, and the page in the middle. */
export function Shell({
  children,
  ...bar
}: Omit<ComponentProps<typeof TopBar>, "navigation"> & { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <TopBar navigation={navigation} {...bar} />
      <div className="flex flex-1">
        <div className="w-60 shrink-0 border-e max-md:hidden">
          <div className="sticky top-14 max-h-[calc(100dvh-3.5rem)] overflow-y-auto px-3 py-5">
            <Sidebar groups={navigation} />
          </div>
        </div>
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 px-4 py-6 md:px-8 md:py-8">
          <div className="mx-auto flex max-w-page flex-col gap-6">{children}</div>
        </main>
      </div>
    </div>
  );
}
