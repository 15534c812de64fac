"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Language } from "./samples";

interface Reader {
  /** The key that the reader pasted. It lives here and nowhere else, and ends with the page. */
  apiKey: string;
  setApiKey: (key: string) => void;
  language: Language;
  setLanguage: (language: Language) => void;
}

const Present = createContext<Reader | null>(null);

/** What the reader chose, for all pages of the reference: kept in memory while they move between them. */
export function ReaderProvider({ children }: { children: ReactNode }) {
  const [apiKey, setApiKey] = useState("");
  const [language, setLanguage] = useState<Language>("curl");
  const reader = useMemo(() => ({ apiKey, setApiKey, language, setLanguage }), [apiKey, language]);
  return <Present value={reader}>{children}</Present>;
}

export function useReader(): Reader {
  const reader = useContext(Present);
  if (!reader) throw new Error("ReaderProvider is missing");
  return reader;
}
