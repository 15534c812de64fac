import type { Operation, Parameter } from "./reference";

/** What the form to try an operation needs to know of it; the rest need not travel to the browser twice. */
export interface Trial extends Pick<Operation, "method" | "path" | "summary" | "scopes"> {
  parameters: Pick<Parameter, "name" | "in" | "required" | "type" | "values" | "example">[];
  /** What the body starts as: an example where one is needed, else nothing. */
  body: { required: boolean; start: string } | null;
}

export function trialOf({ method, path, summary, scopes, parameters, body }: Operation): Trial {
  return {
    method,
    path,
    summary,
    scopes,
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.required,
      type: parameter.type,
      values: parameter.values,
      example: parameter.example,
    })),
    body: body && {
      required: body.required,
      start: body.required ? JSON.stringify(body.example, null, 2) : "",
    },
  };
}
