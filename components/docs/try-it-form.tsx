"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { TextArea } from "@/components/ui/text-area";
import { AnswerView } from "./answer-view";
import { type ApiAnswer, callApi } from "./call-api";
import { KeyField } from "./key-field";
import { ParameterField } from "./parameter-field";
import { useReader } from "./reader";
import type { Trial } from "./trial";

/** Takes what an operation needs, makes the call and shows the answer. */
export function TryItForm({ trial }: { trial: Trial }) {
  const { method, path, parameters, body, scopes, summary } = trial;
  const { apiKey } = useReader();
  const [values, setValues] = useState<Record<string, string>>({});
  const [text, setText] = useState(body?.start ?? "");
  const [answer, setAnswer] = useState<ApiAnswer | "none" | null>(null);
  const [isPending, setPending] = useState(false);

  const arrived = answer === "none" ? null : answer;

  async function send(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const call = {
      method,
      path,
      parameters: parameters.map((parameter) => ({ ...parameter, value: values[parameter.name] ?? "" })),
      body: text.trim() || null,
      apiKey: scopes === null ? null : apiKey,
    };
    setAnswer(await callApi(call).catch(() => "none" as const));
    setPending(false);
  }

  return (
    // No field has a name, so that nothing of it could end up in an address.
    <form
      aria-label={`Try it: ${summary}`}
      autoComplete="off"
      onSubmit={send}
      className="flex min-w-0 flex-col gap-4 rounded-lg border bg-surface p-4"
    >
      {scopes === null ? null : <KeyField />}
      {parameters.length > 0 ? (
        <div className="grid items-start gap-3 sm:grid-cols-2">
          {parameters.map((parameter) => (
            <ParameterField
              key={parameter.name}
              parameter={parameter}
              value={values[parameter.name] ?? ""}
              onChange={(value) => setValues({ ...values, [parameter.name]: value })}
            />
          ))}
        </div>
      ) : null}
      {body ? (
        <TextArea
          label={body.required ? "Body" : "Body (optional)"}
          value={text}
          spellCheck={false}
          inputClassName="font-mono text-sm"
          onChange={(event) => setText(event.target.value)}
        />
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          variant={method === "DELETE" ? "danger" : "primary"}
          isPending={isPending}
          pendingLabel="Sending"
        >
          Send request
        </Button>
        {method === "GET" ? null : (
          <p className="min-w-0 flex-1 basis-40 text-sm text-text-muted">
            The call is real: it changes your organization’s data.
          </p>
        )}
      </div>
      <FormError>
        {answer === "none" ? "No answer came. Check your connection, then send it again." : null}
      </FormError>
      <p role="status" className="sr-only">
        {arrived ? `Answered with status ${arrived.status}` : ""}
      </p>
      {arrived ? <AnswerView answer={arrived} /> : null}
    </form>
  );
}
