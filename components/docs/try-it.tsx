"use client";

import { Play } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Trial } from "./trial";
import { TryItForm } from "./try-it-form";

/** Opens a form that makes the call for real. */
export function TryIt({ trial }: { trial: Trial }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <Button
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={`Try it: ${trial.summary}`}
        className="self-start"
        onPress={() => setOpen(!isOpen)}
      >
        <Play aria-hidden />
        Try it
      </Button>
      {isOpen ? (
        <div id={id}>
          <TryItForm trial={trial} />
        </div>
      ) : null}
    </div>
  );
}
