"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { dayText } from "@/components/ui/time-text";
import { OUTCOMES } from "@/lib/usage/call";
import type { DayOfUse } from "@/lib/usage/evidence";
import { axisTop } from "./axis-top";
import { OUTCOME_LABELS, outcomesOf } from "./outcome-labels";

/**
 * Requests by day and outcome, the outcomes from the bottom to the top of a bar. One day is always told in words; arrow
 * keys, Home and End move between days.
 */
export function UsageChart({ days }: { days: DayOfUse[] }) {
  const [chosen, setChosen] = useState(days.length - 1);
  const bars = useRef<HTMLDivElement>(null);
  const top = axisTop(Math.max(1, ...days.map(callsOf)));
  const day = days[chosen];

  function move(event: KeyboardEvent) {
    const target = { ArrowLeft: chosen - 1, ArrowRight: chosen + 1, Home: 0, End: days.length - 1 }[
      event.key
    ];
    if (target === undefined || target < 0 || target >= days.length) return;
    event.preventDefault();
    setChosen(target);
    bars.current?.querySelectorAll("button")[target]?.focus();
  }

  return (
    <div className="flex flex-col gap-3">
      <p className="min-h-11 sm:min-h-5.5">
        {day ? <span className="font-medium">{dayOf(day)}</span> : null}
        {day ? `: ${sentenceOf(day)}` : null}
      </p>
      <div className="flex gap-2">
        <div
          aria-hidden
          className="flex w-10 shrink-0 flex-col justify-between text-end text-xs text-text-muted tabular-nums"
        >
          <span>{short(top)}</span>
          <span>0</span>
        </div>
        <div
          ref={bars}
          role="toolbar"
          aria-label="Requests by day. Arrow keys move between days."
          onKeyDown={move}
          className="flex h-40 min-w-0 flex-1 items-stretch border-y"
        >
          {days.map((each, index) => (
            <button
              key={each.date.getTime()}
              type="button"
              tabIndex={index === chosen ? 0 : -1}
              aria-label={`${dayOf(each)}: ${sentenceOf(each)}`}
              onFocus={() => setChosen(index)}
              onPointerEnter={() => setChosen(index)}
              className={`flex min-w-0 flex-1 flex-col-reverse ${days.length > 31 ? "pe-px" : "px-px"} focus-visible:outline-offset-0 ${index === chosen ? "bg-surface-hover" : ""}`}
            >
              {OUTCOMES.map((outcome) =>
                each[outcome] > 0 ? (
                  <span
                    key={outcome}
                    aria-hidden
                    className="mx-auto min-h-0.5 w-full max-w-12"
                    style={{
                      height: `${(100 * each[outcome]) / top}%`,
                      background: OUTCOME_LABELS[outcome].background,
                    }}
                  />
                ) : null,
              )}
            </button>
          ))}
        </div>
      </div>
      <div aria-hidden className="flex justify-between ps-12 text-xs text-text-muted">
        {[days[0], days.at(-1)].map((end) => end && <span key={+end.date}>{dayOf(end)}</span>)}
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-text-muted">
        {outcomesOf(days).map((outcome) => (
          <li key={outcome} className="flex items-center gap-1.5">
            <span
              aria-hidden
              className="size-3 rounded-xs border"
              style={{ background: OUTCOME_LABELS[outcome].background }}
            />
            {OUTCOME_LABELS[outcome].label}
          </li>
        ))}
      </ul>
    </div>
  );
}

function dayOf({ date }: DayOfUse): string {
  return dayText(date.getTime(), "UTC");
}

function callsOf(day: DayOfUse): number {
  return OUTCOMES.reduce((sum, outcome) => sum + day[outcome], 0);
}

function sentenceOf(day: DayOfUse): string {
  const parts = OUTCOMES.filter((outcome) => day[outcome] > 0).map((outcome) => {
    const { one, many } = OUTCOME_LABELS[outcome];
    return `${day[outcome].toLocaleString("en-US")} ${day[outcome] === 1 ? one : many}`;
  });
  if (parts.length === 0) return "no requests";
  const calls = callsOf(day);
  return `${calls.toLocaleString("en-US")} ${calls === 1 ? "request" : "requests"} (${parts.join(", ")})`;
}

function short(number: number): string {
  return new Intl.NumberFormat("en-US", { notation: "compact" }).format(number);
}
