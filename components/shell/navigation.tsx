import { BookOpen, KeyRound, UserRound } from "lucide-react";
import type { ReactNode } from "react";

export interface NavigationGroup {
  label: string;
  items: {
    label: string;
    href: string;
    icon?: ReactNode;
    /** false where the page is seldom wanted, or heavy. */
    prefetch?: false;
  }[];
}

/** The pages of the dashboard, in the order of the sidebar. */
export const navigation: NavigationGroup[] = [
  {
    label: "Settings",
    items: [
      { label: "Profile", href: "/settings/profile", icon: <UserRound aria-hidden /> },
      { label: "API Keys", href: "/settings/api-keys", icon: <KeyRound aria-hidden /> },
    ],
  },
  {
    label: "Developers",
    items: [{ label: "API reference", href: "/docs", icon: <BookOpen aria-hidden />, prefetch: false }],
  },
];
