import type { ReactNode } from "react";
import { Fold } from "@/components/ui/fold";
import { FieldList } from "./field-list";
import type { Field } from "./fields";
import { JsonBlock } from "./json-block";
import { MethodBadge } from "./method-badge";
import { Text } from "./prose";
import type { Operation } from "./reference";
import { ResponseList } from "./response-list";
import { SampleTabs } from "./sample-tabs";
import { sampleCall, samplesOf } from "./samples";
import { trialOf } from "./trial";
import { TryIt } from "./try-it";

/** One operation: what it takes and gives at the left, samples and a way to try it at the right. */
export function OperationView({
  operation,
  origin,
  common,
}: {
  operation: Operation;
  origin: string;
  /** Headers that most answers carry, which need no repeating. */
  common: string[];
}) {
  const { id, method, path, summary, description, parameters, body, success, responses } = operation;
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const inHeader = parameters.filter((parameter) => parameter.in === "header");
  return (
    <article aria-labelledby={id} className="border-t pt-8">
      <div className="flex flex-col gap-2">
        <h2 id={id} className="scroll-mt-20 text-lg font-semibold tracking-tight">
          {summary}
        </h2>
        <p className="flex flex-wrap items-center gap-2">
          <MethodBadge method={method} />
          <code className="min-w-0 font-mono text-sm wrap-anywhere">{path}</code>
        </p>
        {description ? <Text className="text-text-muted">{description}</Text> : null}
      </div>
      <div className="mt-5 grid items-start gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
        <div className="flex min-w-0 flex-col gap-6">
          <Part title="Path" fields={inPath} />
          <Part title="Query" fields={inQuery} />
          <Part title="Headers" fields={inHeader} />
          <Part title="Body" fields={body?.fields ?? []} note={body?.required ? null : "May be left out."} />
          {success.fields.length > 0 ? (
            <Fold title={success.isList ? "Fields of each entry" : "Fields of the answer"}>
              <FieldList label={`Answer: ${summary}`} fields={answered(success.fields)} />
            </Fold>
          ) : null}
          <ResponseList responses={responses} common={common} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <SampleTabs label={summary} samples={samplesOf(sampleCall(operation, origin))} />
          <JsonBlock label={`Answer ${success.status}`} of={summary} value={success.example} />
          <TryIt trial={trialOf(operation)} />
        </div>
      </div>
    </article>
  );
}

/** In an answer every field is there, so that none need be marked as required. */
function answered(fields: Field[]): Field[] {
  return fields.map((field) => ({ ...field, required: false, children: answered(field.children) }));
}

function Part({ title, fields, note }: { title: string; fields: Field[]; note?: ReactNode }) {
  if (fields.length === 0) return null;
  return (
    <section className="flex min-w-0 flex-col gap-1.5">
      <h3 className="font-medium">
        {title}
        {note ? <span className="ms-2 text-sm font-normal text-text-muted">{note}</span> : null}
      </h3>
      <FieldList label={title} fields={fields} />
    </section>
  );
}
