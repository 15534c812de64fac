"use client";

import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";

/** Alternatives of which one is shown. `label` names the choice; `end` stands at the right of the tabs. */
export function Tabs<Name extends string>({
  label,
  names,
  selected,
  onSelect,
  end,
  children,
}: {
  label: string;
  names: readonly Name[];
  selected: Name;
  onSelect: (name: Name) => void;
  end?: ReactNode;
  /** What the selected tab shows; the others are not there. */
  children: ReactNode;
}) {
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => onSelect(key as Name)}>
      <div className="flex items-center justify-between gap-2 border-b ps-1 pe-0.5">
        <TabList aria-label={label} className="flex">
          {names.map((name) => (
            <Tab
              key={name}
              id={name}
              className="-mb-px flex h-9 cursor-pointer items-center border-b-2 border-transparent px-2.5 text-sm font-medium text-text-muted outline-offset-[-2px] data-[hovered]:text-text data-[selected]:border-accent data-[selected]:text-text"
            >
              {name}
            </Tab>
          ))}
        </TabList>
        {end}
      </div>
      {names.map((name) => (
        <TabPanel key={name} id={name}>
          {children}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
