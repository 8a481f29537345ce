/** What a waiting customer can do instead, without losing the place: be called, get a mail, ask meanwhile, or leave. */

import { useEffect, useState } from "preact/hooks";
import type { Thread } from "../shared/thread";
import type { Queue } from "../shared/wire";
import type { Conversation } from "./conversation";
import { type CallWindow, callWindows, type Wish, wish } from "./courier";
import { windowWords } from "./standing";
import { say } from "./words/words";

type Step = "closed" | "ways" | "call" | "mail" | "leave";

interface Choosing {
  busy: boolean;
  problem: string;
  choose: (wanted: Wish) => void;
}

function useChoosing(talk: Conversation, onDone: () => void): Choosing {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  async function choose(wanted: Wish): Promise<void> {
    setBusy(true);
    setProblem("");
    const answer = await wish(wanted);
    setBusy(false);
    if ("problem" in answer) return setProblem(answer.problem);
    if (answer.queue) talk.queueTold(answer.queue);
    onDone();
  }
  return { busy, problem, choose: (wanted) => void choose(wanted) };
}

/** What was chosen, in a line. */
function chosenWords(queue: Queue): string {
  switch (queue.chosen) {
    case "call":
      return queue.call
        ? say("calledThen", { when: windowWords(queue.call.begins_at, queue.call.ends_at, Date.now()) })
        : "";
    case "mail":
      return say("mailedThere", { email: queue.mail ?? "" });
    case "assistant":
      return say("assistantToo");
    default:
      return "";
  }
}

/** What was chosen, or that one can choose; nothing while a form says what comes of it. */
function statusWords({ choices }: Queue, chosen: string, step: Step): string {
  if (step !== "closed" && step !== "ways") return "";
  return chosen || (step === "closed" && choices.length > 0 ? say("needNotStay") : "");
}

export function Waiting({ talk, thread }: { talk: Conversation; thread: Thread }) {
  const [step, setStep] = useState<Step>("closed");
  const choosing = useChoosing(talk, () => setStep("closed"));
  const { queue } = thread;
  if (thread.control.holder !== "queue" || thread.status === "resolved" || !queue) return null;
  const chosen = chosenWords(queue);
  return (
    <section class="ways" aria-label={say("otherWays")}>
      <p class="ways-line">
        <span role="status">{statusWords(queue, chosen, step)}</span>
        <button
          type="button"
          class="ways-toggle"
          aria-expanded={step !== "closed"}
          onClick={() => setStep(step !== "ways" ? "ways" : "closed")}
        >
          {step !== "closed" ? say("back") : chosen ? say("change") : say("otherWays")}
        </button>
      </p>
      {choosing.problem && (
        <p class="ways-problem" role="alert">
          {choosing.problem}
        </p>
      )}
      {step === "ways" && <Ways queue={queue} choosing={choosing} onStep={setStep} />}
      {step === "call" && <CallForm choosing={choosing} />}
      {step === "mail" && <MailForm queue={queue} choosing={choosing} />}
      {step === "leave" && (
        <div class="ways-form">
          <p>{say("leaveSure")}</p>
          <button
            type="button"
            class="choice"
            disabled={choosing.busy}
            onClick={() => choosing.choose({ choice: "leave" })}
          >
            {say("leaveQueue")}
          </button>
        </div>
      )}
    </section>
  );
}

interface WaysProps {
  queue: Queue;
  choosing: Choosing;
  onStep: (step: Step) => void;
}

function Ways({ queue, choosing, onStep }: WaysProps) {
  const { choices, chosen } = queue;
  const at = (label: string, act: () => void) => (
    <li key={label}>
      <button type="button" class="choice" disabled={choosing.busy} onClick={act}>
        {label}
      </button>
    </li>
  );
  return (
    <ul class="choices">
      {chosen && at(say("waitHere"), () => choosing.choose({ choice: "chat" }))}
      {choices.includes("call") && at(say("callMe"), () => onStep("call"))}
      {choices.includes("mail") && chosen !== "mail" && at(say("mailMe"), () => onStep("mail"))}
      {choices.includes("assistant") &&
        chosen !== "assistant" &&
        at(say("askMeanwhile"), () => choosing.choose({ choice: "assistant" }))}
      {choices.includes("leave") && at(say("leaveQueue"), () => onStep("leave"))}
    </ul>
  );
}

function CallForm({ choosing }: { choosing: Choosing }) {
  const [windows, setWindows] = useState<CallWindow[] | null>(null);
  const [phone, setPhone] = useState("");
  const [begins, setBegins] = useState("");
  useEffect(() => {
    const leaving = new AbortController();
    void callWindows(leaving.signal).then((found) => {
      if (leaving.signal.aborted) return;
      setWindows(found ?? []);
      setBegins(found?.[0]?.begins_at ?? "");
    });
    return () => leaving.abort();
  }, []);
  if (windows?.length === 0) return <p class="ways-form">{say("noTimes")}</p>;
  return (
    <form
      class="ways-form"
      aria-busy={windows === null}
      onSubmit={(event) => {
        event.preventDefault();
        choosing.choose({ choice: "call", phone: phone.trim(), begins_at: begins });
      }}
    >
      <label>
        <span>{say("yourPhone")}</span>
        <input
          type="tel"
          dir="ltr"
          autocomplete="tel"
          maxLength={40}
          value={phone}
          onInput={({ currentTarget }) => setPhone(currentTarget.value)}
        />
      </label>
      <label>
        <span>{say("whenToCall")}</span>
        <select value={begins} onChange={({ currentTarget }) => setBegins(currentTarget.value)}>
          {windows?.map((one) => (
            <option key={one.begins_at} value={one.begins_at}>
              {windowWords(one.begins_at, one.ends_at, Date.now())}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="card-send" disabled={choosing.busy || !phone.trim() || !begins}>
        {say("askCall")}
      </button>
    </form>
  );
}

/** A known address is shown as its owner knows it; only an unknown one is asked for. */
function MailForm({ queue, choosing }: { queue: Queue; choosing: Choosing }) {
  const [email, setEmail] = useState("");
  return (
    <form
      class="ways-form"
      onSubmit={(event) => {
        event.preventDefault();
        choosing.choose({ choice: "mail", email: email.trim() });
      }}
    >
      {queue.mail ? (
        <p>{queue.mail}</p>
      ) : (
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
      )}
      <button type="submit" class="card-send" disabled={choosing.busy || (!queue.mail && !email.trim())}>
        {say("sendThere")}
      </button>
    </form>
  );
}
