import type { Baton, BatonSettings } from "./types.js";

export type {
  Baton,
  BatonAttributes,
  BatonEvent,
  BatonEvents,
  BatonIdentity,
  BatonSettings,
} from "./types.js";

/**
 * Puts the widget on the page, once, and resolves when it is there; later calls get the same one.
 *
 * `host` is the company's own address at Baton. Rejects with an Error when the script cannot be loaded, is not ready
 * within `patience` milliseconds, or when another company's widget is there already; then it may be tried again.
 */
export declare function loadBaton(host: string, settings?: BatonSettings, patience?: number): Promise<Baton>;
