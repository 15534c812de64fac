import type { Position } from "@/lib/api/cursor";

type Tenant = { organization_id: string };
type One = Tenant & { id: string };

/** What crud needs of a table's delegate. Property syntax, so that the compiler compares the arguments strictly. */
export type Model<Row, Where, Create, Update> = {
  findMany: (args: {
    where: Tenant & { AND: (Where | Behind)[] };
    orderBy: typeof NEWEST_FIRST;
    take: number;
    skip: number;
  }) => Promise<Row[]>;
  count: (args: { where: Tenant & { AND: Where[] } }) => Promise<number>;
  findFirst: (args: { where: One }) => Promise<Row | null>;
  create: (args: { data: Create & Tenant }) => Promise<Row>;
  update: (args: { where: One; data: Update }) => Promise<Row>;
  delete: (args: { where: One }) => Promise<Row>;
};

export const NEWEST_FIRST: [{ created_at: "desc" }, { id: "desc" }] = [
  { created_at: "desc" },
  { id: "desc" },
];

type Behind = { created_at: { lte: Date }; OR: [{ created_at: { lt: Date } }, { id: { lt: string } }] };

/** The rows that follow a position. The first condition alone lets an index begin there. */
export function behind({ created_at, id }: Position): Behind {
  return { created_at: { lte: created_at }, OR: [{ created_at: { lt: created_at } }, { id: { lt: id } }] };
}
