import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { NavigationGroup } from "./navigation";
import { Sidebar } from "./sidebar";
import { SkipLink } from "./skip-link";

/** A bar on top, a sidebar on wide screens, and the page in the middle. */
export function Frame({
  bar,
  navigation,
  width = "max-w-page",
  children,
}: {
  bar: ReactNode;
  navigation: NavigationGroup[];
  width?: string;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {bar}
      <div className="flex flex-1">
        <div className="w-60 shrink-0 border-e max-md:hidden">
          <div className="sticky top-14 max-h-[calc(100dvh-3.5rem)] overflow-y-auto px-3 py-5">
            <Sidebar groups={navigation} />
          </div>
        </div>
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 px-4 py-6 md:px-8 md:py-8">
          <div className={classNames("mx-auto flex flex-col gap-6", width)}>{children}</div>
        </main>
      </div>
    </div>
  );
}
