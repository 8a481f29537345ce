/** The conversation as a letter: to the proven address at once, to another one after the code that goes there. */

import { useEffect, useId, useRef, useState } from "preact/hooks";
import { CodeField } from "./code";
import { askTranscript, confirmTranscript, transcriptAddress } from "./courier";
import { CrossMark } from "./marks";
import { say } from "./words/words";

type Step =
  | { at: "looking" }
  | { at: "known"; email: string }
  | { at: "address" }
  | { at: "code"; email: string }
  | { at: "sent"; email: string };

type Answer = { email: string; needsCode: boolean } | { problem: string };

function useTranscript() {
  const [step, setStep] = useState<Step>({ at: "looking" });
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const leaving = new AbortController();
    void transcriptAddress(leaving.signal).then((email) => {
      if (!leaving.signal.aborted) setStep(email ? { at: "known", email } : { at: "address" });
    });
    return () => leaving.abort();
  }, []);

  // Each step begins with its first field, or its words.
  useEffect(() => {
    if (step.at === "looking") return;
    place.current?.querySelector<HTMLElement>("input, .card-send, [tabindex]")?.focus();
  }, [step.at]);

  async function take(asked: Promise<Answer>): Promise<void> {
    setBusy(true);
    setProblem("");
    const answer = await asked;
    setBusy(false);
    if ("problem" in answer) return setProblem(answer.problem);
    setStep({ at: answer.needsCode ? "code" : "sent", email: answer.email });
  }

  return {
    step,
    problem,
    busy,
    place,
    ask: (email: string) => void take(askTranscript(email)),
    confirm: (code: string) => void take(confirmTranscript(code)),
    elsewhere: () => {
      setProblem("");
      setStep({ at: "address" });
    },
  };
}

export function Transcript({ onClose }: { onClose: () => void }) {
  const { step, problem, busy, place, ask, confirm, elsewhere } = useTranscript();
  return (
    <section
      class="sheet"
      aria-label={say("transcript")}
      aria-busy={step.at === "looking"}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header class="sheet-head">
        <h2>{say("transcript")}</h2>
        <button type="button" class="icon-button" aria-label={say("dismiss")} onClick={onClose}>
          <CrossMark />
        </button>
      </header>
      <div ref={place}>
        {step.at === "looking" && <span class="spinner" aria-hidden="true" />}
        {step.at === "known" && (
          <div class="ways-form">
            <button type="button" class="card-send" disabled={busy} onClick={() => ask("")}>
              {say("transcriptTo", { email: step.email })}
            </button>
            <button type="button" class="link" onClick={elsewhere}>
              {say("transcriptElsewhere")}
            </button>
          </div>
        )}
        {step.at === "address" && <AddressForm busy={busy} onSend={ask} />}
        {step.at === "code" && (
          <CodeForm email={step.email} busy={busy} onSend={confirm} onBack={elsewhere} />
        )}
        {step.at === "sent" && (
          <p role="status" tabIndex={-1}>
            {say("transcriptSent", { email: step.email })}
          </p>
        )}
      </div>
      {problem && (
        <p class="ways-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

function AddressForm({ busy, onSend }: { busy: boolean; onSend: (email: string) => void }) {
  const [email, setEmail] = useState("");
  return (
    <form
      class="ways-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (email.trim()) onSend(email.trim());
      }}
    >
      <label>
        <span>{say("yourEmail")}</span>
        <input
          type="email"
          dir="ltr"
          autocomplete="email"
          maxLength={254}
          value={email}
          onInput={({ currentTarget }) => setEmail(currentTarget.value)}
        />
      </label>
      <small>{say("transcriptProof")}</small>
      <button type="submit" class="card-send" disabled={busy || !email.trim()}>
        {say("send")}
      </button>
    </form>
  );
}

interface CodeFormProps {
  email: string;
  busy: boolean;
  onSend: (code: string) => void;
  onBack: () => void;
}

function CodeForm({ email, busy, onSend, onBack }: CodeFormProps) {
  const [code, setCode] = useState("");
  const id = useId();
  return (
    <form
      class="ways-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.length === 6) onSend(code);
      }}
    >
      <label for={id}>
        <span>{say("transcriptCode", { email })}</span>
        <CodeField id={id} value={code} onValue={setCode} />
      </label>
      <button type="submit" class="card-send" disabled={busy || code.length < 6}>
        {say("codeSend")}
      </button>
      <button type="button" class="link" onClick={onBack}>
        {say("transcriptElsewhere")}
      </button>
    </form>
  );
}
