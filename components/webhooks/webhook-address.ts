const PATH = "/settings/webhooks";
const MAX_PAGE = 10_000;

type Params = Record<string, string | string[] | undefined>;

/** The page of the list of webhooks that an address asks for, from 1 on. */
export function readPage({ page }: Params): number {
  const number = Number(page);
  return Number.isInteger(number) && number >= 1 && number <= MAX_PAGE ? number : 1;
}

/** The address of a page of the list of webhooks. */
export function listAddress(page = 1): string {
  return page > 1 ? `${PATH}?page=${page}` : PATH;
}

/** The address of a webhook's page. */
export function webhookAddress(id: string): string {
  return `${PATH}/${id}`;
}
