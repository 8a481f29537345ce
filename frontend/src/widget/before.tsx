/** What comes before the first words: what the company's page said, and the form that it wants filled in. */

import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { BeforeChat, Company } from "../shared/wire";
import type { Conversation, View } from "./conversation";
import { type FormProblem, fillIn } from "./courier";
import { placeOfForm } from "./due";
import * as memory from "./memory";
import { initials } from "./rows";
import { say } from "./words/words";

type Field = BeforeChat["fields"][number];

/** The company's own words, said by no one person and by no AI. */
export function Greeted({ company, says }: { company: Company; says: string }) {
  return (
    <div class="message message--agent message--first message--last greeted">
      <p class="author">
        <span class="face face--agent" aria-hidden="true">
          {initials(company.name)}
        </span>
        <span class="author-name">{company.name}</span>
      </p>
      <div class="bubble" dir="auto">
        <p class="words words--plain">{says}</p>
      </div>
    </div>
  );
}

const TYPES: Record<
  Field["kind"],
  { type: "text" | "email" | "tel"; autocomplete: string; longest: number }
> = {
  name: { type: "text", autocomplete: "name", longest: 120 },
  email: { type: "email", autocomplete: "email", longest: 254 },
  phone: { type: "tel", autocomplete: "tel", longest: 40 },
  text: { type: "text", autocomplete: "off", longest: 300 },
  choice: { type: "text", autocomplete: "off", longest: 300 },
};

function labelOf({ kind, label }: Field): string {
  if (kind === "name") return say("yourName");
  if (kind === "email") return say("yourEmail");
  if (kind === "phone") return say("yourPhone");
  return label;
}

/** What is missing, before the server has to say it. */
export function missing(
  form: BeforeChat,
  values: Record<string, string>,
  agreed: boolean,
): FormProblem | null {
  const field = form.fields.find((one) => one.required && !values[one.name]?.trim());
  if (field) return { field: field.name, says: say("fillThis") };
  return form.consent && !agreed ? { field: "consent", says: say("agreeFirst") } : null;
}

interface FieldProps {
  field: Field;
  id: string;
  value: string;
  problem: string | null;
  onChange: (value: string) => void;
}

function FieldView({ field, id, value, problem, onChange }: FieldProps) {
  const { type, autocomplete, longest } = TYPES[field.kind];
  const shared = {
    id,
    value,
    "aria-required": field.required,
    "aria-invalid": problem !== null,
    ...(problem !== null && { "aria-describedby": `${id}-problem` }),
  };
  return (
    <div class="before-field">
      <label for={id}>
        {labelOf(field)} {!field.required && <small>({say("optional")})</small>}
      </label>
      {field.kind === "choice" ? (
        <select {...shared} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
          <option value="">{say("choose")}</option>
          {field.options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={type as "text"}
          autocomplete={autocomplete}
          maxLength={longest}
          dir={field.kind === "email" || field.kind === "phone" ? "ltr" : "auto"}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
      <Problem id={id} says={problem} />
    </div>
  );
}

function Problem({ id, says }: { id: string; says: string | null }) {
  if (says === null) return null;
  return (
    <p id={`${id}-problem`} class="before-problem" role="alert">
      {says}
    </p>
  );
}

interface ConsentProps {
  consent: NonNullable<BeforeChat["consent"]>;
  id: string;
  agreed: boolean;
  problem: string | null;
  onChange: (agreed: boolean) => void;
}

/** The page behind the words is the company's; the words alone where it names none. */
function Consent({ consent, id, agreed, problem, onChange }: ConsentProps) {
  return (
    <div class="before-field">
      <div class="before-consent">
        <input
          id={id}
          type="checkbox"
          checked={agreed}
          aria-required="true"
          aria-invalid={problem !== null}
          {...(problem !== null && { "aria-describedby": `${id}-problem` })}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        <label for={id} dir="auto">
          {consent.words}{" "}
          {consent.url && (
            <a href={consent.url} target="_blank" rel="noopener noreferrer">
              {new URL(consent.url).hostname}
            </a>
          )}
        </label>
      </div>
      <Problem id={id} says={problem} />
    </div>
  );
}

interface FormProps {
  form: BeforeChat;
  title: string;
  /** What the other button says and does; null where there is none. */
  leave: { label: string; act: () => void } | null;
  /** Whoever looks is about to write: the first field is theirs at once. */
  eager: boolean;
  onFilled: () => void;
}

function Form({ form, title, leave, eager, onFilled }: FormProps) {
  const id = useId();
  const place = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(memory.answers);
  const [agreed, setAgreed] = useState(false);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const problemOf = (name: string) => (problem?.field === name ? problem.says : null);

  function type(name: string, value: string): void {
    const typed = { ...values, [name]: value };
    setValues(typed);
    memory.keepAnswers(typed);
    if (problem?.field === name) setProblem(null);
  }

  function wrong(found: FormProblem): void {
    setProblem(found);
    place.current?.querySelector<HTMLElement>(`[id="${id}-${found.field}"]`)?.focus();
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const found = missing(form, values, agreed);
    if (found) {
      wrong(found);
      return;
    }
    setBusy(true);
    const refused = await fillIn(values, agreed);
    setBusy(false);
    if (refused) {
      wrong(refused);
      return;
    }
    memory.keepAnswers({});
    onFilled();
  }

  useEffect(() => {
    if (eager) place.current?.querySelector<HTMLElement>("input,select")?.focus();
  }, [eager]);

  const known = form.fields.some(({ name }) => name === problem?.field) || problem?.field === "consent";
  return (
    <form ref={place} class="before" aria-label={title} noValidate onSubmit={(event) => void submit(event)}>
      <h2>{title}</h2>
      {form.fields.map((field) => (
        <FieldView
          key={field.name}
          field={field}
          id={`${id}-${field.name}`}
          value={values[field.name] ?? ""}
          problem={problemOf(field.name)}
          onChange={(value) => type(field.name, value)}
        />
      ))}
      {form.consent && (
        <Consent
          consent={form.consent}
          id={`${id}-consent`}
          agreed={agreed}
          problem={problemOf("consent")}
          onChange={(now) => {
            setAgreed(now);
            if (problem?.field === "consent") setProblem(null);
          }}
        />
      )}
      {problem && !known && <Problem id={id} says={problem.says} />}
      <p class="before-foot">
        <button type="submit" class="card-send" disabled={busy}>
          {say("goOn")}
        </button>
        {leave && (
          <button type="button" class="pill" onClick={leave.act}>
            {leave.label}
          </button>
        )}
      </p>
    </form>
  );
}

/** The form, where there is anything to ask of this visitor now. */
export function BeforeTheChat({ view, talk }: { view: View; talk: Conversation }) {
  const { form, asking } = view;
  const place = placeOfForm(view);
  if (!form || place === null) return null;
  const later = { label: say("surveyLater"), act: () => talk.formDone("later") };
  const back = { label: say("back"), act: () => talk.formDone("back") };
  return (
    <Form
      form={form}
      title={say(place === "instead" && !asking ? "beforeStart" : "beforePerson")}
      leave={place === "instead" ? null : asking ? back : later}
      eager={asking || (place === "instead" && view.shown && matchMedia("(pointer: fine)").matches)}
      onFilled={() => talk.formDone("filled")}
    />
  );
}
