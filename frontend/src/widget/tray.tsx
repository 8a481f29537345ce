/** The files that will go with the message: how far each upload is, and the ways out. */

import { useEffect, useState } from "preact/hooks";
import { ACCEPTED, kindOf, LARGEST_FILE, MOST_FILES, sizeInWords } from "../shared/files";
import type { Contents, Fault, Item, Tray } from "../shared/tray";
import { CrossMark, FileMark } from "./marks";
import { say } from "./words/words";

export function useTray(tray: Tray): Contents {
  const [contents, setContents] = useState(tray.get);
  useEffect(() => {
    setContents(tray.get());
    return tray.subscribe(() => setContents(tray.get()));
  }, [tray]);
  return contents;
}

function faultInWords({ code, message }: Fault): string {
  switch (code) {
    case "too_large":
      return say("tooLarge", { size: sizeInWords(LARGEST_FILE) });
    case "wrong_type":
      return say("wrongType");
    case "unreachable":
      return say("notUploaded");
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
  const { name, progress, attachment, fault } = item;
  return (
    <li class={fault ? "tray-item tray-item--failed" : "tray-item"}>
      <FileMark />
      <span class="file-name" dir="auto">
        {name}
      </span>
      <small>
        {ACCEPTED.includes(item.type) && `${kindOf(item.type)} · `}
        {sizeInWords(item.size)}
      </small>
      <button type="button" class="icon-button" aria-label={say("removeFile", { name })} onClick={onRemove}>
        <CrossMark />
      </button>
      {!attachment && !fault && <progress aria-label={say("uploading", { name })} value={progress} max={1} />}
      {fault && (
        <p class="tray-fault" role="alert">
          {faultInWords(fault)}{" "}
          {fault.passing && (
            <button type="button" class="link" onClick={onRetry}>
              {say("tryAgain")}
            </button>
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
    <div class="tray">
      {overfull && (
        <p class="tray-fault" role="alert">
          {say("tooMany", { count: MOST_FILES })}
        </p>
      )}
      <ul aria-label={say("attachments")}>
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
