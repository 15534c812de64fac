import createClient from "openapi-fetch";
import { beforeAll, expect, test } from "vitest";
import type { components, paths } from "@/lib/testing/api-types";
import { someAddress } from "@/lib/testing/call";
import { makeKey, makePerson } from "@/lib/testing/seed";

// What is written here is checked against the document by the compiler, and against the server by the run.
let api: ReturnType<typeof createClient<paths>>;

beforeAll(async () => {
  const { key } = await makeKey(await makePerson(), ["*"]);
  const headers = { Authorization: `Bearer ${key}`, "X-Forwarded-For": someAddress() };
  api = createClient<paths>({ baseUrl: `${process.env.BASE_URL}/api/v1`, headers });
});

/** The rows that an answer must hold; throws with the refusal where it holds none. */
function given<Data>({ data, error }: { data?: { data: Data }; error?: unknown }): Data {
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data.data;
}

test("a typed client hires somebody: candidate, job, application, interview, offer", async () => {
  const candidate = given(
    await api.POST("/candidates", {
      body: { full_name: "Ada Lovelace", email: "ada@client.test", tags: ["mathematics"] },
    }),
  );
  const job = given(await api.POST("/jobs", { body: { title: "Analyst", status: "open" } }));
  const application = given(
    await api.POST("/applications", {
      body: { candidate_id: candidate.id, job_id: job.id, status: "offer" },
    }),
  );
  const interview = given(
    await api.POST("/interviews", {
      body: { application_id: application.id, scheduled_at: "2027-01-31T12:00:00Z" },
    }),
  );
  const offer = given(await api.POST("/offers", { body: { application_id: application.id } }));
  const path = { id: offer.id };
  given(await api.PATCH("/offers/{id}", { params: { path }, body: { status: "accepted" } }));

  const params = { path: { id: application.id } };
  const hired = given(await api.GET("/applications/{id}", { params }));
  expect(hired).toMatchObject({ status: "hired", candidate: { full_name: "Ada Lovelace" } });
  expect(interview.status satisfies components["schemas"]["Interview"]["status"]).toBe("scheduled");
});

test("a typed client reads a list page by page, by its cursor", async () => {
  for (const name of ["Design", "Engineering", "People"])
    given(await api.POST("/departments", { body: { name } }));
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: 2, ...(cursor && { cursor }) };
    const { data, error }: Page = await api.GET("/departments", { params: { query } });
    if (!data) throw new Error(JSON.stringify(error));
    names.push(...data.data.map(({ name }) => name));
    cursor = data.meta.cursor;
  } while (cursor !== null);
  expect(names).toEqual(["People", "Engineering", "Design"]);
});
type Page = {
  data?: { data: components["schemas"]["Department"][]; meta: components["schemas"]["PageMeta"] };
  error?: unknown;
};

test("a typed client is told what is wrong, by code and field", async () => {
  const { error, response } = await api.POST("/candidates", {
    body: { full_name: "Ada Lovelace", email: "no address" },
  });
  expect(response.status).toBe(422);
  expect(error?.errors).toEqual([
    { code: "validation_error", message: "email must be an e-mail address", field: "email" },
  ]);
});

test("what the document does not know the compiler refuses, as does the server", async () => {
  // @ts-expect-error: it is full_name
  const { response } = await api.POST("/candidates", { body: { name: "Ada", email: "ada@other.test" } });
  expect(response.status).toBe(422);
});
