/** The ways in which files come to a reply: chosen, dropped on the composer, or pasted. */

import { type ClipboardEvent, type DragEvent, useState, useSyncExternalStore } from "react";
import { carriesFiles, filesOf } from "../../../shared/files";
import { focusComposer } from "./place";
import { trayOf } from "./trays";

/** `welcome` is false where files make no sense, as beside a note. */
export function useFiles(conversationId: string, welcome: boolean) {
  const tray = trayOf(conversationId);
  const contents = useSyncExternalStore(tray.subscribe, tray.get);
  const [over, setOver] = useState(false);

  function add(files: File[]): void {
    tray.add(files);
    focusComposer();
  }

  const ways = {
    onPaste: (event: ClipboardEvent) => {
      const files = filesOf(event.clipboardData);
      if (files.length === 0 || !welcome) return;
      event.preventDefault();
      add(files);
    },
    onDragOver: (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(welcome);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (welcome) add(filesOf(event.dataTransfer));
    },
  };
  return { tray, contents, over, add, ways };
}
