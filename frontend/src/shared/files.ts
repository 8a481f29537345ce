/** Files that go with a message: what may be sent, and how they are named and shown. */

import { readersLocale } from "./locale";
import type { Attachment } from "./wire";

export const MOST_FILES = 5;
/** Bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;
/** The server looks at the content; this spares the reader an upload in vain. */
export const ACCEPTED = [
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "application/pdf",
  "text/plain",
];
/** A signed link lives for an hour; an older one is renewed before it is followed. */
export const LINK_IS_GOOD_FOR = 55 * 60_000;

/** Thumbnails stay within this box, in CSS pixels. */
const BOX = { width: 240, height: 200 };
const KINDS: Record<string, string> = { "application/pdf": "PDF", "text/plain": "TXT" };

/** Why a file cannot be sent, as far as can be seen from here. */
export function problemWith(file: File): "too_large" | "wrong_type" | null {
  if (file.size > LARGEST_FILE) return "too_large";
  // A browser that does not know the type leaves it empty: then the server decides.
  return file.type === "" || ACCEPTED.includes(file.type) ? null : "wrong_type";
}

/** "PDF", "PNG": short, and the same in all languages. */
export function kindOf(contentType: string): string {
  return KINDS[contentType] ?? (contentType.split("/")[1] ?? contentType).toUpperCase();
}

/** "340 kB", "2.1 MB" in the reader's locale. */
export function sizeInWords(bytes: number, locale = readersLocale()): string {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1_000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const digits = amount < 10 && unit === "megabyte" ? 1 : 0;
  const shown = bytes === 0 ? 0 : Math.max(1, amount);
  const style = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locale, style).format(shown);
}

/** The size at which an image is shown, known before it has loaded; null for what is no image. */
export function thumbnailOf({ width, height }: Attachment): { width: number; height: number } | null {
  if (!width || !height) return null;
  const scale = Math.min(1, BOX.width / width, BOX.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The images among what was dropped or pasted may have text beside them: only files count. */
export function filesOf(data: DataTransfer | null): File[] {
  return data ? Array.from(data.files) : [];
}

export function carriesFiles(data: DataTransfer | null): boolean {
  return data?.types.includes("Files") ?? false;
}
