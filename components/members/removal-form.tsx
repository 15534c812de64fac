"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { useRequest } from "@/components/api-keys/use-request";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { FormError } from "@/components/ui/form-error";
import { LinkButton } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import type { Belongings, Heir } from "@/lib/members/member";
import { type Choice, choiceForAll, decisionOf, isSameChoice, STOP } from "./decision";
import { KeyDecision } from "./key-decision";
import type { MemberActions } from "./member-actions";
import { removalText } from "./removal-text";

/** Decides on all that a leaver owns, then removes them: everything at once, or nothing. */
export function RemovalForm({
  belongings: { person, keys, webhooks },
  heirs,
  isSelf,
  remove,
}: {
  belongings: Belongings;
  heirs: Heir[];
  isSelf: boolean;
  remove: MemberActions["remove"];
}) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [taken, setTaken] = useState<string[]>([]);
  const [asked, setAsked] = useState(false);
  const [latest, setLatest] = useState("");
  const { isPending, failure, send } = useRequest({ leaves: true });
  const choiceOf = (id: string) => choices[id] ?? STOP;
  const text = removalText({ person, isSelf, keys, choices: keys.map(({ id }) => choiceOf(id)) });

  function choose(id: string, choice: Choice) {
    setChoices({ ...choices, [id]: choice });
    setErrors(({ [id]: _, ...others }) => others);
    setLatest(id);
    setAsked(false);
  }

  function chooseForAll(choice: Choice) {
    setChoices(choiceForAll(choice, { keys, ownerRole: person.role, heirs }));
    setErrors({});
    setAsked(false);
  }

  /** Only beside the choice that was made last, and while another key has another one. */
  const mayChooseForAll = (id: string) =>
    id === latest && keys.some((other) => !isSameChoice(choiceOf(other.id), choiceOf(id)));

  function submit(event: FormEvent) {
    event.preventDefault();
    const decisions = keys.map(({ id }) => decisionOf(id, choiceOf(id), new Date()));
    const missing = decisions.flatMap((one, index) =>
      "error" in one ? [[keys[index]?.id ?? "", one.error] as const] : [],
    );
    setErrors(Object.fromEntries(missing));
    if (missing.length > 0) return focusFirstError(form);
    if (text.question && !asked) return setAsked(true);
    const input = {
      id: person.id,
      keys: decisions.flatMap((one) => ("error" in one ? [] : [one])),
      webhooks: taken.filter((id) => webhooks.some((webhook) => webhook.id === id)),
    };
    void send(
      () => remove(input),
      ({ stopped }) => {
        toast(text.done, {
          description: stopped > 0 ? `${stopped === 1 ? "1 key" : `${stopped} keys`} stopped.` : undefined,
        });
        router.push(isSelf ? "/sign-in" : "/settings/members");
      },
    );
  }

  return (
    <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-5">
      {keys.length > 0 ? (
        <ul aria-label="Keys" className="flex flex-col gap-3">
          {keys.map((row) => (
            <KeyDecision
              key={row.id}
              row={row}
              ownerRole={person.role}
              heirs={heirs}
              mayKeep={!isSelf}
              choice={choiceOf(row.id)}
              error={errors[row.id]}
              onChange={(choice) => choose(row.id, choice)}
              forAll={
                mayChooseForAll(row.id) ? (
                  <Button variant="secondary" size="sm" onClick={() => chooseForAll(choiceOf(row.id))}>
                    Do the same with all {keys.length} keys
                  </Button>
                ) : null
              }
            />
          ))}
        </ul>
      ) : null}
      {webhooks.length > 0 ? (
        <Card
          title="Webhooks"
          description={
            isSelf
              ? "These are disabled with you."
              : "These are disabled, unless you take them over. One that you take over tells no more than they might know; they know its secret, so rotate it."
          }
        >
          <ul className="flex flex-col gap-1">
            {webhooks.map(({ id, url, events }) => (
              <li key={id}>
                {isSelf ? (
                  <span className="wrap-anywhere">{url}</span>
                ) : (
                  <Checkbox
                    label={<span className="wrap-anywhere">Take over {url}</span>}
                    description={events.join(", ")}
                    checked={taken.includes(id)}
                    onChange={({ target }) =>
                      setTaken(target.checked ? [...taken, id] : taken.filter((one) => one !== id))
                    }
                  />
                )}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <div className="flex flex-col gap-3">
        <FormError>{failure}</FormError>
        <p aria-live="polite">{text.summary}</p>
        {asked && text.question ? (
          <p role="alert" className="text-danger-text">
            {text.question}
          </p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/settings/members">Cancel</LinkButton>
          <Button type="submit" variant="danger" isPending={isPending} pendingLabel="Working">
            {asked ? text.again : text.submit}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** After the errors are drawn. */
function focusFirstError(form: { current: HTMLFormElement | null }): void {
  requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}
