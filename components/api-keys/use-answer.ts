import { useEffect, useState } from "react";
import type { Answer } from "@/lib/errors";
import { ask } from "./ask";

/** What an action answers about a key, about several (an array that stays the same one), or about none; null until the answer is there, and where there is none. */
export function useAnswer<Id extends string | string[] | null, T>(
  action: (input: { id: Id }) => Promise<Answer<T>>,
  id: Id,
): T | null {
  const [data, setData] = useState<T | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void ask(action({ id })).then((answer) => {
      if (isCurrent && answer.ok) setData(answer.data);
    });
    return () => {
      isCurrent = false;
    };
  }, [id, action]);
  return data;
}
