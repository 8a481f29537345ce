/** The files that lie ready beside a message that is being written: each uploads at once, and can be taken away. */

import { MOST_FILES, problemWith } from "./files";
import { NotUploaded, type Watch } from "./upload";
import { newId } from "./uuid";
import type { Attachment } from "./wire";

export type FaultCode = "too_large" | "wrong_type" | "unreachable" | "refused";

export interface Fault {
  code: FaultCode;
  /** The server's words, when it was the server that refused. */
  message: string;
  /** Whether the same file may go through later. */
  passing: boolean;
}

export interface Item {
  key: string;
  name: string;
  type: string;
  size: number;
  /** From 0 to 1. */
  progress: number;
  attachment: Attachment | null;
  fault: Fault | null;
}

export interface Contents {
  items: readonly Item[];
  /** More files were offered than may go with one message. */
  overfull: boolean;
}

type Upload = (file: File, watch: Watch) => Promise<Attachment>;

const NOTHING: Contents = { items: [], overfull: false };

function faultOf(problem: NotUploaded): Fault {
  if (!problem.error) return { code: "unreachable", message: "", passing: true };
  const { type, message } = problem.error;
  return { code: "refused", message, passing: type !== "invalid_request_error" };
}

function stored(attachment: Attachment): Item {
  const { id, name, content_type, size } = attachment;
  return { key: id, name, type: content_type, size, progress: 1, attachment, fault: null };
}

export class Tray {
  private contents: Contents = NOTHING;
  private readonly upload: Upload;
  private readonly files = new Map<string, File>();
  private readonly underWay = new Map<string, AbortController>();
  private readonly readers = new Set<() => void>();

  constructor(upload: Upload) {
    this.upload = upload;
  }

  readonly get = (): Contents => this.contents;

  /** Calls back after each change; returns the way to end it. */
  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  /** Takes as many as fit, and begins to upload them. */
  add(files: readonly File[]): void {
    const room = MOST_FILES - this.contents.items.length;
    const fresh = files.slice(0, Math.max(0, room)).map((file) => this.itemOf(file));
    this.set({ items: [...this.contents.items, ...fresh], overfull: files.length > room });
    for (const item of fresh) if (!item.fault) void this.begin(item.key);
  }

  /** Puts back what is stored already, as when a message is taken back to be changed. */
  restore(attachments: readonly Attachment[]): void {
    this.clear();
    this.set({ items: attachments.map(stored), overfull: false });
  }

  remove(key: string): void {
    this.stop(key);
    this.set({ items: this.contents.items.filter((item) => item.key !== key), overfull: false });
  }

  retry(key: string): void {
    this.change(key, { progress: 0, fault: null });
    void this.begin(key);
  }

  clear(): void {
    for (const { key } of this.contents.items) this.stop(key);
    this.set(NOTHING);
  }

  /** Hands out all that is stored and empties the tray. */
  take(): Attachment[] {
    const taken = this.contents.items.flatMap((item) => item.attachment ?? []);
    this.clear();
    return taken;
  }

  private itemOf(file: File): Item {
    const key = newId();
    const code = problemWith(file);
    this.files.set(key, file);
    const fault = code && { code, message: "", passing: false };
    return { key, name: file.name, type: file.type, size: file.size, progress: 0, attachment: null, fault };
  }

  private async begin(key: string): Promise<void> {
    const file = this.files.get(key);
    if (!file) return;
    const ending = new AbortController();
    this.underWay.set(key, ending);
    const watch = {
      onProgress: (progress: number) => this.change(key, { progress }),
      signal: ending.signal,
    };
    try {
      this.change(key, { attachment: await this.upload(file, watch), progress: 1 });
    } catch (problem) {
      if (!(problem instanceof NotUploaded)) throw problem;
      this.change(key, { fault: faultOf(problem) });
    }
  }

  private stop(key: string): void {
    this.underWay.get(key)?.abort();
    this.underWay.delete(key);
    this.files.delete(key);
  }

  private change(key: string, part: Partial<Item>): void {
    const items = this.contents.items.map((item) => (item.key === key ? { ...item, ...part } : item));
    this.set({ ...this.contents, items });
  }

  private set(contents: Contents): void {
    this.contents = contents;
    for (const reader of this.readers) reader();
  }
}

/** Whether all that lies in the tray is stored, so that the message may go. */
export function isReady(contents: Contents): boolean {
  return contents.items.every((item) => item.attachment !== null);
}
