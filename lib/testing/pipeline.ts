import { randomUUID } from "node:crypto";
import { call, type Row } from "./call";
import { candidateFields } from "./seed";

type Fields = Record<string, unknown>;

/**
 * Makes rows over the API with a key that may write: each with what it needs to exist, unless that is given.
 * @returns a function for each resource, which takes fields and returns the row as it was answered
 */
export function pipeline(key: string) {
  const post = async (path: string, body: Fields): Promise<Row> => {
    const answer = await call(key, path, { method: "POST", body });
    if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${answer.text}`);
    return answer.body.data;
  };
  const make = {
    candidate: (fields: Fields = {}) => post("/candidates", candidateFields(fields)),
    department: (fields: Fields = {}) =>
      post("/departments", { name: `Department ${randomUUID()}`, ...fields }),
    job: (fields: Fields = {}) => post("/jobs", { title: "Engineer", status: "open", ...fields }),
    application: async (fields: Fields = {}) =>
      post("/applications", {
        candidate_id: fields.candidate_id ?? (await make.candidate()).id,
        job_id: fields.job_id ?? (await make.job()).id,
        ...fields,
      }),
    interview: async (fields: Fields = {}) =>
      post("/interviews", {
        application_id: fields.application_id ?? (await make.application()).id,
        scheduled_at: "2027-01-31T12:00:00Z",
        ...fields,
      }),
    offer: async (fields: Fields = {}) =>
      post("/offers", {
        application_id: fields.application_id ?? (await make.application({ status: "offer" })).id,
        ...fields,
      }),
    note: async (fields: Fields = {}, candidateId?: string) =>
      post(`/candidates/${candidateId ?? (await make.candidate()).id}/notes`, { body: "Called", ...fields }),
    webhook: (fields: Fields = {}) =>
      post("/webhooks", {
        // Nobody listens there, and no name server is asked.
        url: "http://localhost:9/",
        events: ["candidate.created"],
        ...fields,
      }),
  };
  return make;
}
