import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/components/shell/providers";
import { fontClasses } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Prepzo", template: "%s · Prepzo" },
  description: "Keys and documentation of the Prepzo API.",
  icons: { icon: "/icon.svg" },
  robots: { index: false },
  // Under the header's "no-referrer" browsers post forms with `Origin: null`, and server actions refuse
  // those before scripts run. This tells other origins as little, and overrides it for documents.
  referrer: "same-origin",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#131318" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the nonce also keeps every page dynamic: a prerendered one could not carry it.
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // The theme's script sets data-theme before React takes over.
    <html lang="en" className={fontClasses} suppressHydrationWarning>
      <body>
        <Providers nonce={nonce} now={Date.now()}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
