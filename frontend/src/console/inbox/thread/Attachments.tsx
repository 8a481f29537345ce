/** The files of a message: images in a frame of known size, the rest as chips. */

import { t } from "@lingui/core/macro";
import { type MouseEvent, useRef, useState } from "react";
import { kindOf, LINK_IS_GOOD_FOR, sizeInWords, thumbnailOf } from "../../../shared/files";
import type { Attachment } from "../../../shared/wire";
import { freshLink } from "../../api/conversations";
import { FileIcon } from "../../shell/icons";
import classes from "./Attachments.module.css";

/** A signed link that is renewed once when it has run out. */
function useLink({ id, url }: Attachment) {
  const [good, setGood] = useState(() => ({ url, since: Date.now() }));
  const renewed = useRef(false);

  async function renew(): Promise<string> {
    const again = await freshLink(id);
    if (again) setGood({ url: again.url, since: Date.now() });
    return again?.url ?? good.url;
  }

  function broken(): void {
    if (renewed.current) return;
    renewed.current = true;
    void renew();
  }

  function follow(event: MouseEvent): void {
    if (Date.now() - good.since < LINK_IS_GOOD_FOR) return;
    event.preventDefault();
    void renew().then((address) => window.open(address, "_blank", "noopener"));
  }

  return { url: good.url, broken, follow };
}

function Picture({ file, size }: { file: Attachment; size: { width: number; height: number } }) {
  const { url, broken, follow } = useLink(file);
  return (
    <a
      className={classes.picture}
      href={url}
      target="_blank"
      rel="noopener"
      title={file.name}
      onClick={follow}
    >
      <img src={url} alt={file.name} {...size} loading="lazy" decoding="async" onError={broken} />
    </a>
  );
}

function Chip({ file }: { file: Attachment }) {
  const { url, follow } = useLink(file);
  return (
    <a className={classes.file} href={url} target="_blank" rel="noopener" onClick={follow}>
      <FileIcon size={14} />
      <span className={classes.name}>{file.name}</span>
      <span className={classes.kind}>
        {kindOf(file.content_type)} · {sizeInWords(file.size)}
      </span>
    </a>
  );
}

export function Attachments({ items }: { items: readonly Attachment[] }) {
  if (items.length === 0) return null;
  return (
    <ul className={classes.attachments} aria-label={t`Attachments`}>
      {items.map((file) => {
        const size = thumbnailOf(file);
        return <li key={file.id}>{size ? <Picture file={file} size={size} /> : <Chip file={file} />}</li>;
      })}
    </ul>
  );
}
