import { describe, expect, test } from "vitest";
import { kindOf, LARGEST_FILE, MOST_FILES, sizeInWords, thumbnailOf } from "../../src/shared/files";
import { isReady, Tray } from "../../src/shared/tray";
import { NotUploaded, type Watch } from "../../src/shared/upload";
import type { Attachment } from "../../src/shared/wire";
import { TOO_LONG } from "./log";

const PHOTO: Attachment = {
  id: "att_1",
  name: "photo.png",
  content_type: "image/png",
  size: 3,
  width: 800,
  height: 400,
  url: "/files/token/photo.png",
};

interface Under {
  file: File;
  watch: Watch;
  store: (attachment: Attachment) => void;
  fail: (problem: Error) => void;
}

function trayWith() {
  const uploads: Under[] = [];
  const tray = new Tray(
    (file, watch) => new Promise((store, fail) => uploads.push({ file, watch, store, fail })),
  );
  return { tray, uploads };
}

function file(name: string, type = "image/png", size = 3): File {
  const made = new File(["abc"], name, { type });
  Object.defineProperty(made, "size", { value: size });
  return made;
}

const settled = () => new Promise((done) => setTimeout(done));

describe("a tray", () => {
  test("uploads at once, tells how far it is, and hands out what is stored", async () => {
    const { tray, uploads } = trayWith();
    tray.add([file("photo.png")]);
    uploads[0]?.watch.onProgress(0.5);
    expect(tray.get().items[0]).toMatchObject({ name: "photo.png", progress: 0.5 });
    expect(isReady(tray.get())).toBe(false);
    uploads[0]?.store(PHOTO);
    await settled();
    expect(isReady(tray.get())).toBe(true);
    expect(tray.take()).toEqual([PHOTO]);
    expect(tray.get().items).toEqual([]);
  });

  test("takes five, and says that there were more", () => {
    const { tray, uploads } = trayWith();
    tray.add(Array.from({ length: 7 }, (_, index) => file(`${index}.png`)));
    expect(tray.get().items).toHaveLength(MOST_FILES);
    expect(tray.get().overfull).toBe(true);
    expect(uploads).toHaveLength(MOST_FILES);
    tray.remove(tray.get().items[0]?.key ?? "");
    expect(tray.get().overfull).toBe(false);
  });

  test.each([
    ["too_large", file("huge.png", "image/png", LARGEST_FILE + 1)],
    ["wrong_type", file("run.exe", "application/x-msdownload")],
  ])("refuses what cannot go through without asking the server: %s", (code, given) => {
    const { tray, uploads } = trayWith();
    tray.add([given]);
    expect(tray.get().items[0]?.fault).toEqual({ code, message: "", passing: false });
    expect(uploads).toEqual([]);
    expect(isReady(tray.get())).toBe(false);
  });

  test("a file of no known type is left to the server", () => {
    const { tray, uploads } = trayWith();
    tray.add([file("notes", "")]);
    expect(uploads).toHaveLength(1);
  });

  test("shows the server's words, and tries again only what may go through later", async () => {
    const { tray, uploads } = trayWith();
    tray.add([file("a.png"), file("b.png")]);
    uploads[0]?.fail(new NotUploaded(TOO_LONG));
    uploads[1]?.fail(new NotUploaded(null));
    await settled();
    const [refused, lost] = tray.get().items;
    expect(refused?.fault).toEqual({ code: "refused", message: TOO_LONG.message, passing: false });
    expect(lost?.fault).toMatchObject({ code: "unreachable", passing: true });
    tray.retry(lost?.key ?? "");
    uploads[2]?.store(PHOTO);
    await settled();
    expect(tray.get().items[1]).toMatchObject({ fault: null, attachment: PHOTO });
  });

  test("taking a file away ends its upload", () => {
    const { tray, uploads } = trayWith();
    tray.add([file("a.png")]);
    tray.remove(tray.get().items[0]?.key ?? "");
    expect(uploads[0]?.watch.signal.aborted).toBe(true);
    expect(tray.get().items).toEqual([]);
  });

  test("a message that is taken back brings its files along, stored already", () => {
    const { tray, uploads } = trayWith();
    tray.restore([PHOTO]);
    expect(isReady(tray.get())).toBe(true);
    expect(tray.take()).toEqual([PHOTO]);
    expect(uploads).toEqual([]);
  });
});

describe("files in words and sizes", () => {
  test("a picture stays within its box, and in shape", () => {
    expect(thumbnailOf(PHOTO)).toEqual({ width: 240, height: 120 });
    expect(thumbnailOf({ ...PHOTO, width: 30, height: 20 })).toEqual({ width: 30, height: 20 });
    expect(thumbnailOf({ ...PHOTO, width: 5, height: 5000 })).toEqual({ width: 1, height: 200 });
    expect(thumbnailOf({ ...PHOTO, width: null, height: null })).toBeNull();
  });

  test("sizes are in the reader's locale", () => {
    expect(sizeInWords(12, "en")).toBe("1 kB");
    expect(sizeInWords(34_567, "en")).toBe("35 kB");
    expect(sizeInWords(2_140_000, "de")).toBe("2,1 MB");
    expect(sizeInWords(LARGEST_FILE, "en")).toBe("10 MB");
  });

  test("kinds are short", () => {
    expect([kindOf("application/pdf"), kindOf("text/plain"), kindOf("image/png")]).toEqual([
      "PDF",
      "TXT",
      "PNG",
    ]);
  });
});
