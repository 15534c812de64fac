"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Header } from "react-aria-components/Header";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  type MenuItemProps,
  type MenuSectionProps,
  MenuTrigger,
} from "react-aria-components/Menu";
import { Popover, type PopoverProps } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { classNames } from "./class-names";

/** A menu that opens from `trigger` (a Button or IconButton, which names it). */
export function Menu({
  trigger,
  placement = "bottom end",
  header,
  children,
}: {
  trigger: ReactNode;
  placement?: PopoverProps["placement"];
  /** Stands above the items and is no item itself. */
  header?: ReactNode;
  children: ReactNode;
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover
        placement={placement}
        offset={6}
        className="min-w-48 max-w-80 overflow-y-auto rounded-lg border bg-surface-raised p-1 shadow-overlay transition-opacity duration-100 data-[entering]:opacity-0 data-[exiting]:opacity-0"
      >
        {header}
        <AriaMenu className="outline-none">{children}</AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** One action (`onAction`), link (`href`) or, in a section with `selectionMode`, one choice (`id`). */
export function MenuItem({
  icon,
  tone,
  children,
  ...props
}: Omit<MenuItemProps, "className" | "children" | "style"> & {
  icon?: ReactNode;
  tone?: "danger";
  children: ReactNode;
}) {
  return (
    <AriaMenuItem
      textValue={typeof children === "string" ? children : undefined}
      {...props}
      className={classNames(
        "group flex min-h-8 cursor-pointer items-center gap-2.5 rounded px-2.5 py-1 outline-none data-[focused]:bg-surface-hover",
        "data-[disabled]:cursor-not-allowed data-[disabled]:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
        tone === "danger" ? "text-danger-text data-[focused]:bg-danger-soft" : "[&_svg]:text-text-muted",
      )}
    >
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      <Check aria-hidden className="not-group-data-[selected]:hidden" />
    </AriaMenuItem>
  );
}

/** Items under a small heading. */
export function MenuSection<T extends object>({
  title,
  children,
  ...props
}: Omit<MenuSectionProps<T>, "className" | "children" | "style"> & {
  title: string;
  children: ReactNode;
}) {
  return (
    <AriaMenuSection {...props}>
      <Header className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-text-muted">{title}</Header>
      {children}
    </AriaMenuSection>
  );
}

/** A hairline between groups of items. */
export function MenuSeparator() {
  return <Separator className="-mx-1 my-1 border-t" />;
}
