"use client";

import { useEffect } from "react";

/**
 * Where an element goes together with the focus that stood on it, or that a dialog would have given back to it, the
 * focus goes on nearby instead of being lost: in the same row, else the row that took its place, else the page's content.
 */
export function KeepFocus() {
  useEffect(() => {
    let last: Place | null = null;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element && contentOf()?.contains(target)) last = placeOf(target);
    };
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body || last === null || last.element.isConnected) return;
      nearby(last)?.focus({ preventScroll: true });
      // Not yet where it stands behind a dialog that is closing.
      if (document.activeElement !== document.body) last = null;
    });
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["inert"] });
    return () => {
      document.removeEventListener("focusin", remember);
      observer.disconnect();
    };
  }, []);
  return null;
}

type Place = { element: Element; row: HTMLTableRowElement | null; table: Element | null; index: number };

function placeOf(element: Element): Place {
  const row = element.closest<HTMLTableRowElement>("tbody > tr");
  const table = row?.parentElement ?? null;
  return { element, row, table, index: row && table ? [...table.children].indexOf(row) : -1 };
}

function nearby({ row, table, index }: Place): HTMLElement | null {
  const rows = table?.isConnected ? table.children : [];
  const there = row?.isConnected ? row : (rows[index] ?? rows[rows.length - 1]);
  return there?.querySelector<HTMLElement>("a, button") ?? contentOf();
}

function contentOf(): HTMLElement | null {
  return document.getElementById("content");
}
