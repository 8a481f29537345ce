/** A sentence with elements in it takes nothing that somebody wrote for one of its own. */

import { expect, test, vi } from "vitest";
import type { Note } from "../../src/console/desk/wire";
import { NotePaper } from "../../src/console/inbox/thread/NotePaper";
import { me } from "./cast";
import { show } from "./stage";

const noteOf = (name: string): Note =>
  ({ id: "note_1", author: { id: "agt_9", name }, html: "", created_at: "2026-11-24T00:00:00Z" }) as Note;

test.each(["<script>alert(1)</script>", "<0>Bob</0>", "Bob <0/>", "<b>Bob</b><br/>", "1 < 2"])(
  "%s stays as it was written",
  async (name) => {
    const complaint = vi.spyOn(console, "error");
    await show(<NotePaper note={noteOf(name)} meId="agt_1" />, { as: me(), path: "/console/inbox/all" });
    const said = document.querySelector("article span");
    expect(said?.textContent).toBe(`${name} left a note · only your team sees this`);
    expect(said?.querySelector("strong")?.textContent).toBe(name);
    expect(complaint).not.toHaveBeenCalled();
  },
);
