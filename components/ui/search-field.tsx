"use client";

import { Search, X } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { SearchField as AriaSearchField } from "react-aria-components/SearchField";
import { classNames } from "./class-names";
import { controlStyle } from "./field";

/**
 * A search input with a clear button; Escape clears it too. `label` names it without being shown.
 * `onChange` and `onSubmit` (Enter) get the text; `name` makes it part of a plain GET form.
 */
export function SearchField({
  label,
  placeholder = label,
  className,
  ...props
}: {
  label: string;
  placeholder?: string;
  name?: string;
  value?: string;
  defaultValue?: string;
  maxLength?: number;
  onChange?: (value: string) => void;
  onSubmit?: (value: string) => void;
  onClear?: () => void;
  className?: string;
}) {
  return (
    <AriaSearchField {...props} aria-label={label} className={classNames("group relative", className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-text-muted"
      />
      <Input
        placeholder={placeholder}
        className={classNames(controlStyle, "h-9 px-8.5 [&::-webkit-search-cancel-button]:hidden")}
      />
      <Button
        aria-label="Clear search"
        className="absolute inset-y-0 end-1.5 my-auto grid size-6 place-items-center rounded-sm text-text-muted hover:bg-surface-hover hover:text-text group-data-[empty]:invisible"
      >
        <X aria-hidden className="size-4" />
      </Button>
    </AriaSearchField>
  );
}
