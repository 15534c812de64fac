"use client";

import { useRouter } from "next/navigation";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { RouterProvider } from "react-aria-components";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { ClockProvider } from "@/components/ui/clock";
import { ToastRegion } from "@/components/ui/toast";

/** What every page needs around it: theme, language, client-side links in menus, clock and toasts. */
export function Providers({
  nonce,
  now,
  children,
}: {
  nonce: string | undefined;
  now: number;
  children: ReactNode;
}) {
  const router = useRouter();
  return (
    <ThemeProvider nonce={nonce} attribute="data-theme" enableColorScheme={false} disableTransitionOnChange>
      <I18nProvider locale="en-US">
        <RouterProvider navigate={(href) => router.push(href)}>
          <ClockProvider now={now}>
            {children}
            <ToastRegion />
          </ClockProvider>
        </RouterProvider>
      </I18nProvider>
    </ThemeProvider>
  );
}
