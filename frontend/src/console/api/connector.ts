/** The calls about the connector to the company's own system. */

import type { ConnectorTestForm, PatchedConnectorForm } from "../../shared/api";
import { api } from "./typed";

export type {
  ConnectorAction as WaitingAction,
  ConnectorCallRow as CallEntry,
  ConnectorSettings as Connector,
  ConnectorTest as TestOutcome,
  ConnectorTestForm as TestAsked,
  PatchedConnectorForm as ConnectorChange,
} from "../../shared/api";

export const fetchConnector = (signal: AbortSignal) => api.get("/connector", { signal });

export const changeConnector = (body: PatchedConnectorForm) => api.patch("/connector", { body });

export const makeSecret = () => api.post("/connector/secret");

export const testConnector = (body: ConnectorTestForm) => api.post("/connector/test", { body });

export const listCalls = (asked: { failed: boolean; cursor: string | null }, signal: AbortSignal) =>
  api.get("/connector/calls", {
    query: { failed: asked.failed, ...(asked.cursor && { cursor: asked.cursor }) },
    signal,
  });

export const fetchBodies = (call_id: string, signal: AbortSignal) =>
  api.get("/connector/calls/{call_id}", { path: { call_id }, signal });

export const listActions = (signal: AbortSignal) => api.get("/connector/actions", { signal });

export const retryAction = (action_id: string) =>
  api.post("/connector/actions/{action_id}/retry", { path: { action_id } });
