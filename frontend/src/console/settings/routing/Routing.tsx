/** How conversations find people: how long an offer stands, whom else to ask when, and when somebody is gone. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Checkbox, NumberInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { atField } from "../../api/problems";
import { changeRouting, fetchRouting, type RoutingSettings } from "../../api/routing";
import { useDraft } from "../../ui/drafts";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { SaveBar } from "../../ui/SaveBar";
import { Fields } from "../Fields";
import { TransferNotes } from "../handovers/TransferNotes";
import { ALL, minutesOf, SAYS, withMinutes } from "./ladder";
import classes from "./Routing.module.css";

const KEY = ["routing settings"] as const;
const FIELDS = ["accept_seconds", "least_level", "idle_seconds", "grace_seconds", "ladder", "teams"];

export function Routing() {
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => fetchRouting(signal),
  });
  if (data)
    return (
      <>
        <RoutingForm saved={data} />
        <section className={`${classes.part} ${classes.apart}`}>
          <h3>
            <Trans>Transfers</Trans>
          </h3>
          <TransferNotes />
        </section>
      </>
    );
  if (error)
    return (
      <Failure problem={error} what={t`The settings could not be loaded.`} onRetry={() => void refetch()} />
    );
  return <SectionSkeleton fields={4} />;
}

function useSave() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: changeRouting,
    onSuccess: (saved) => client.setQueryData(KEY, saved),
  });
}

function RoutingForm({ saved }: { saved: RoutingSettings }) {
  const draft = useDraft("routing", saved);
  const { mutate, isPending, error, reset } = useSave();
  const { fields, change } = draft;
  const number = (name: "accept_seconds" | "least_level" | "idle_seconds" | "grace_seconds", per = 1) => ({
    value: fields[name] / per,
    error: atField(error, name),
    onChange: (typed: number | string) => typed !== "" && change({ [name]: Math.round(Number(typed) * per) }),
  });
  return (
    <>
      <Fields legend={t`Routing`}>
        <section className={classes.part}>
          <h3>
            <Trans>Offers</Trans>
          </h3>
          <p>
            <Trans>
              A conversation is offered to one person at a time: to who had the customer last, else to the
              least busy. Who does not accept in time, or says “Not now”, is passed over.
            </Trans>
          </p>
          <NumberInput
            label={t`Seconds to accept`}
            min={10}
            max={3600}
            allowDecimal={false}
            {...number("accept_seconds")}
          />
          {fields.teams.map((team) => (
            <NumberInput
              key={team.id}
              label={inTeam(team.name)}
              placeholder={t`As above`}
              min={10}
              max={3600}
              allowDecimal={false}
              value={team.accept_seconds ?? ""}
              onChange={(typed) =>
                change({
                  teams: fields.teams.map((one) =>
                    one.id === team.id
                      ? { ...one, accept_seconds: typed === "" ? null : Number(typed) }
                      : one,
                  ),
                })
              }
            />
          ))}
          <NumberInput
            label={t`Least level of a skill`}
            description={t`Where a rule asks for a skill, people of at least this level are asked first: 1 is learning, 5 is expert.`}
            min={1}
            max={5}
            allowDecimal={false}
            {...number("least_level")}
          />
        </section>
        <section className={classes.part}>
          <h3>
            <Trans>When nobody fits</Trans>
          </h3>
          <p>
            <Trans>
              The longer somebody waits, the less is asked for. Nobody ever gets more than they can take.
            </Trans>
          </p>
          <ul className={classes.ladder}>
            {ALL.map((ask) => {
              const minutes = minutesOf(fields.ladder, ask);
              return (
                <li key={ask}>
                  <Checkbox
                    label={SAYS[ask]}
                    checked={minutes !== null}
                    onChange={(event) =>
                      change({
                        ladder: withMinutes(fields.ladder, ask, event.currentTarget.checked ? 5 : null),
                      })
                    }
                  />
                  {minutes !== null && (
                    <NumberInput
                      aria-label={minutesFor(SAYS[ask])}
                      prefix="after "
                      suffix=" min"
                      min={0}
                      max={1440}
                      decimalScale={1}
                      value={minutes}
                      onChange={(typed) =>
                        typed !== "" && change({ ladder: withMinutes(fields.ladder, ask, Number(typed)) })
                      }
                    />
                  )}
                </li>
              );
            })}
          </ul>
        </section>
        <section className={classes.part}>
          <h3>
            <Trans>Presence</Trans>
          </h3>
          <NumberInput
            label={t`Minutes without input until somebody is away`}
            description={t`They are back with the next key or movement. Who set themselves away stays so.`}
            min={1}
            max={240}
            {...number("idle_seconds", 60)}
          />
          <NumberInput
            label={t`Seconds of grace after a lost connection`}
            description={t`Then they are offline, and what they hold goes to their colleagues.`}
            min={60}
            max={3600}
            allowDecimal={false}
            {...number("grace_seconds")}
          />
        </section>
      </Fields>
      <SaveBar
        shown={draft.changed}
        busy={isPending}
        problem={error}
        fields={FIELDS}
        onSave={() => mutate(fields, { onSuccess: draft.reset })}
        onDiscard={() => {
          draft.reset();
          reset();
        }}
      />
    </>
  );
}

const inTeam = (name: string): string => t`In ${name}`;
const minutesFor = (rung: string): string => t`${rung}: after how many minutes`;
