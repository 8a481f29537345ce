/** The files that will go with the reply: how far each upload is, and the ways out. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { CloseButton, UnstyledButton } from "@mantine/core";
import { ACCEPTED, kindOf, LARGEST_FILE, MOST_FILES, sizeInWords } from "../../../shared/files";
import type { Contents, Fault, Item, Tray } from "../../../shared/tray";
import { FileIcon } from "../../shell/icons";
import classes from "./Tray.module.css";

function faultInWords({ code, message }: Fault): string {
  switch (code) {
    case "too_large":
      return t`Larger than ${sizeInWords(LARGEST_FILE)}.`;
    case "wrong_type":
      return t`Only images, PDF and plain text can be sent.`;
    case "unreachable":
      return t`Not uploaded. Check your connection.`;
    case "refused":
      return message;
  }
}

interface EntryProps {
  item: Item;
  onRetry: () => void;
  onRemove: () => void;
}

function Entry({ item, onRetry, onRemove }: EntryProps) {
  const { name, type, size, progress, attachment, fault } = item;
  return (
    <li className={classes.item} data-failed={fault ? true : undefined}>
      <FileIcon size={14} />
      <span className={classes.name}>{name}</span>
      <span className={classes.kind}>
        {ACCEPTED.includes(type) && `${kindOf(type)} · `}
        {sizeInWords(size)}
      </span>
      <CloseButton size="sm" aria-label={t`Remove ${name}`} onClick={onRemove} />
      {!attachment && !fault && (
        <progress className={classes.progress} aria-label={t`Uploading ${name}`} value={progress} max={1} />
      )}
      {fault && (
        <p className={classes.fault} role="alert">
          {faultInWords(fault)}{" "}
          {fault.passing && (
            <UnstyledButton onClick={onRetry}>
              <Trans>Try again</Trans>
            </UnstyledButton>
          )}
        </p>
      )}
    </li>
  );
}

export function TrayView({ tray, contents }: { tray: Tray; contents: Contents }) {
  const { items, overfull } = contents;
  if (items.length === 0 && !overfull) return null;
  return (
    <div className={classes.tray}>
      {overfull && (
        <p className={classes.fault} role="alert">
          <Trans>At most {MOST_FILES} files go with one reply.</Trans>
        </p>
      )}
      <ul aria-label={t`Attachments`}>
        {items.map((item) => (
          <Entry
            key={item.key}
            item={item}
            onRetry={() => tray.retry(item.key)}
            onRemove={() => tray.remove(item.key)}
          />
        ))}
      </ul>
    </div>
  );
}
