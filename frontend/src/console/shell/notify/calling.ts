/** Calls somebody: a notification of the desktop and two notes, once for all tabs, and never while they look. */

import type { Call } from "./news";
import type { Settings } from "./settings";

const ONCE_WITHIN = 5_000;
const KEY = "baton.called";
const NOTES = [660, 880];

export type Permission = NotificationPermission | "missing";

export const permission = (): Permission => ("Notification" in window ? Notification.permission : "missing");

/** Asks the browser; it shows its question only after a click. */
export const askPermission = async (): Promise<Permission> =>
  "Notification" in window ? Notification.requestPermission() : "missing";

/** Two soft notes; silent where the browser has not let the page sound yet. */
export function ring(): void {
  const sound = new AudioContext();
  NOTES.forEach((pitch, index) => {
    const begin = sound.currentTime + index * 0.12;
    const [tone, volume] = [sound.createOscillator(), sound.createGain()];
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, begin);
    volume.gain.exponentialRampToValueAtTime(0.12, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + 0.28);
    tone.connect(volume).connect(sound.destination);
    tone.start(begin);
    tone.stop(begin + 0.3);
  });
  setTimeout(() => void sound.close(), 1_000);
}

export function show(call: Pick<Call, "tag" | "title" | "body">, onClick: () => void): void {
  try {
    const shown = new Notification(call.title, {
      body: call.body,
      tag: call.tag,
      icon: "/static/shared/mark.svg",
    });
    shown.onclick = () => {
      window.focus();
      shown.close();
      onClick();
    };
  } catch (problem) {
    // Phones allow notifications to service workers only.
    if (!(problem instanceof TypeError)) throw problem;
  }
}

/** Whether this tab is the one to call: several tabs hear the same, and the first one does it. */
export function claims(tag: string, now: number, shelf: Storage = window.localStorage): boolean {
  const [last, at] = (shelf.getItem(KEY) ?? " 0").split(" ");
  if (last === tag && now - Number(at) < ONCE_WITHIN) return false;
  shelf.setItem(KEY, `${tag} ${now}`);
  return true;
}

export const isLookedAt = (): boolean => document.visibilityState === "visible" && document.hasFocus();

export function call(one: Call, settings: Settings, go: (href: string) => void): void {
  if (!settings.topics[one.topic] || isLookedAt() || !claims(one.tag, Date.now())) return;
  if (settings.sound) ring();
  if (settings.desktop && permission() === "granted") show(one, () => go(one.href));
}
