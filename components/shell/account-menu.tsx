"use client";

import { ChevronDown, LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import { useTheme } from "next-themes";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSection, MenuSeparator } from "@/components/ui/menu";

export interface Account {
  name: string;
  email: string;
}

/** Who is signed in, the colour theme, and the way out (a POST form, sent by its menu item). */
export function AccountMenu({ account, signOut }: { account: Account; signOut: () => void | Promise<void> }) {
  const { theme = "system", setTheme } = useTheme();
  const form = useRef<HTMLFormElement>(null);
  return (
    <>
      <Menu
        trigger={
          <Button variant="ghost" aria-label={`Account of ${account.name}`} className="px-1.5">
            <span
              aria-hidden
              className="grid size-6 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent-text"
            >
              {initials(account.name)}
            </span>
            <span className="max-w-40 truncate max-sm:hidden">{account.name}</span>
            <ChevronDown aria-hidden className="text-text-muted" />
          </Button>
        }
        header={
          <div className="border-b px-2.5 pt-1.5 pb-2.5 mb-1">
            <p className="truncate font-medium">{account.name}</p>
            <p className="truncate text-sm text-text-muted">{account.email}</p>
          </div>
        }
      >
        <MenuItem href="/settings/profile" icon={<UserRound aria-hidden />}>
          Profile
        </MenuItem>
        <MenuSeparator />
        <MenuSection
          title="Theme"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(keys) => {
            const [choice] = keys;
            if (choice) setTheme(String(choice));
          }}
        >
          <MenuItem id="system" icon={<Monitor aria-hidden />}>
            System
          </MenuItem>
          <MenuItem id="light" icon={<Sun aria-hidden />}>
            Light
          </MenuItem>
          <MenuItem id="dark" icon={<Moon aria-hidden />}>
            Dark
          </MenuItem>
        </MenuSection>
        <MenuSeparator />
        <MenuItem icon={<LogOut aria-hidden />} onAction={() => form.current?.requestSubmit()}>
          Sign out
        </MenuItem>
      </Menu>
      <form ref={form} action={signOut} hidden />
    </>
  );
}

function initials(name: string) {
  const words = name.trim().split(/\s+/);
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : ""];
  return letters.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}
