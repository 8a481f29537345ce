/** `/`: canned replies, found by shortcut, name or words, filled for this conversation. */

import { t } from "@lingui/core/macro";
import { Modal, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { fetchValues, listCanned } from "../../../api/writing";
import type { ConversationRow } from "../../../desk/wire";
import { Failure } from "../../../ui/Failure";
import { focusComposer } from "../place";
import { filled, matching } from "./filling";
import { cannedKey } from "./keys";
import classes from "./Tools.module.css";

const MOST_SHOWN = 50;

interface PickerProps {
  row: ConversationRow;
  onClose: () => void;
  onPick: (text: string) => void;
}

export default function Picker({ row, onClose, onPick }: PickerProps) {
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const list = useId();
  const canned = useQuery({
    queryKey: cannedKey,
    queryFn: ({ signal }) => listCanned(signal),
    staleTime: 60_000,
  });
  const values = useQuery({
    queryKey: ["variables", row.id],
    queryFn: ({ signal }) => fetchValues(row.id, signal),
  });
  const known = values.data?.values ?? {};
  const found = matching(canned.data?.data ?? [], asked, values.data?.language ?? "").slice(0, MOST_SHOWN);
  const close = () => {
    onClose();
    focusComposer();
  };
  const pick = (text: string | undefined) => {
    if (text === undefined) return;
    onPick(filled(text, known));
    close();
  };
  return (
    <Modal opened onClose={close} returnFocus={false} title={t`Canned replies`} size={520}>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found[at] ? `${list}-${at}` : undefined}
        aria-label={t`Find a canned reply`}
        placeholder={t`Shortcut, name or words`}
        value={asked}
        onChange={(event) => {
          setAsked(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") pick(found[at]?.text);
          else if (event.key === "ArrowDown") setAt(Math.min(at + 1, found.length - 1));
          else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
          else return;
          event.preventDefault();
        }}
      />
      {canned.error && (
        <Failure
          problem={canned.error}
          what={t`The canned replies could not be loaded.`}
          onRetry={() => void canned.refetch()}
        />
      )}
      <div id={list} role="listbox" aria-label={t`Canned replies`} className={classes.list}>
        {found.map((reply, index) => (
          <button
            key={reply.id}
            id={`${list}-${index}`}
            type="button"
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            className={classes.pick}
            onMouseEnter={() => setAt(index)}
            onClick={() => pick(reply.text)}
          >
            <span className={classes.name}>
              {reply.name}
              <span className={classes.aside}>
                {[reply.folder, reply.shortcut && `/${reply.shortcut}`, reply.language]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <span className={classes.words}>{filled(reply.text, known)}</span>
          </button>
        ))}
      </div>
      {canned.data && found.length === 0 && (
        <p className={classes.told}>
          {asked
            ? t`Nothing fits these words.`
            : t`No canned replies yet. Supervisors write them under Settings, Replies.`}
        </p>
      )}
    </Modal>
  );
}
