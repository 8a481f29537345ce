/** One file on its way to the server, by XMLHttpRequest: fetch does not tell how far an upload is. */

import type { ApiError, Attachment } from "./wire";

export interface Destination {
  url: string;
  headers: () => Record<string, string>;
}

export interface Watch {
  /** From 0 to 1. */
  onProgress: (part: number) => void;
  signal: AbortSignal;
}

/** The file was not stored; `error` is null when nobody answered. */
export class NotUploaded extends Error {
  override name = "NotUploaded";
  readonly error: ApiError | null;

  constructor(error: ApiError | null) {
    super(error?.message ?? "The server cannot be reached.");
    this.error = error;
  }
}

function errorIn(body: string): ApiError | null {
  try {
    return (JSON.parse(body) as { error?: ApiError }).error ?? null;
  } catch (reason) {
    // A proxy's page instead of our answer, as for a body that it finds too large.
    if (reason instanceof SyntaxError) return null;
    throw reason;
  }
}

/** Stores a file. Rejects with NotUploaded; never settles once the signal has been given. */
export function upload(file: File, to: Destination, { onProgress, signal }: Watch): Promise<Attachment> {
  return new Promise((stored, failed) => {
    if (signal.aborted) return;
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("file", file, file.name);
    request.open("POST", to.url);
    for (const [name, value] of Object.entries(to.headers())) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      if (request.status === 201) stored(JSON.parse(request.responseText) as Attachment);
      else failed(new NotUploaded(errorIn(request.responseText)));
    };
    request.onerror = () => failed(new NotUploaded(null));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}
