import { inWords } from "./scope-sentence";

const NAMED = 5;

/** Such as "1 key" and "1,204 keys". */
export function keysText(count: number): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? "key" : "keys"}`;
}

/** The first names of many, and how many more there are. */
export function firstNames(names: readonly string[]): string {
  const more = names.length - NAMED;
  return inWords(more > 0 ? [...names.slice(0, NAMED), `${more.toLocaleString("en-US")} more`] : [...names]);
}
