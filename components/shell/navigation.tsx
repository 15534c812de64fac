import {
  Bell,
  BookOpen,
  KeyRound,
  ScrollText,
  ShieldCheck,
  UserRound,
  UsersRound,
  Webhook,
} from "lucide-react";
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

/** The pages of the dashboard that somebody may open, in the order of the sidebar. */
export function navigationFor({ isAdmin }: { isAdmin: boolean }): NavigationGroup[] {
  return isAdmin ? [settings, organization, developers] : [settings, developers];
}

const settings: NavigationGroup = {
  label: "Settings",
  items: [
    { label: "Profile", href: "/settings/profile", icon: <UserRound aria-hidden /> },
    { label: "API Keys", href: "/settings/api-keys", icon: <KeyRound aria-hidden /> },
    { label: "Webhooks", href: "/settings/webhooks", icon: <Webhook aria-hidden /> },
    { label: "Notifications", href: "/settings/notifications", icon: <Bell aria-hidden /> },
  ],
};

const organization: NavigationGroup = {
  label: "Organization",
  items: [
    { label: "Members", href: "/settings/members", icon: <UsersRound aria-hidden /> },
    { label: "Security", href: "/settings/security", icon: <ShieldCheck aria-hidden /> },
    { label: "Audit log", href: "/settings/audit-log", icon: <ScrollText aria-hidden /> },
  ],
};

const developers: NavigationGroup = {
  label: "Developers",
  items: [{ label: "API reference", href: "/docs", icon: <BookOpen aria-hidden />, prefetch: false }],
};
