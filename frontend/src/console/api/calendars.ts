/** The calls about calendars, services and appointments. */

import { call } from "./client";
import type { Stretch } from "./hours";

export interface Service {
  id: string;
  name: string;
  /** Other words by which customers name it. */
  also: string[];
  minutes: number;
  /** How long the seat stays empty afterwards. */
  pause_minutes: number;
  on: boolean;
}

/** Days with other hours; closed without any. Days are YYYY-MM-DD. */
export interface CalendarException {
  id: string;
  first: string;
  last: string;
  hours: { opens: string; closes: string }[];
  reason: string;
}

export interface CalendarFields {
  name: string;
  place: string;
  zone: string;
  hours: Stretch[];
  /** How many appointments at once. */
  seats: number;
  step_minutes: number;
  lead_hours: number;
  horizon_days: number;
  change_hours: number;
  remind_hours: number;
  on: boolean;
}

export interface Calendar extends CalendarFields {
  id: string;
  services: Service[];
  exceptions: CalendarException[];
}

export type AppointmentState = "booked" | "done" | "missed" | "cancelled";

export interface Appointment {
  id: string;
  calendar: string | null;
  seat: number | null;
  service: string | null;
  service_name: string;
  starts_at: string;
  ends_at: string;
  state: AppointmentState;
  /** Every change names the version that it saw. */
  version: number;
  name: string;
  email: string;
  note: string;
  remind: boolean;
  reminded: boolean;
  conversation: string | null;
}

export interface Booking {
  service: string;
  starts_at: string;
  name: string;
  email: string;
  note: string;
  remind: boolean;
  /** Whether Baton writes to the customer about it. */
  tell: boolean;
}

export type ServiceFields = Omit<Service, "id">;
export type ExceptionFields = Omit<CalendarException, "id">;

const part = encodeURIComponent;
const at = (id: string) => `calendars/${part(id)}`;
const booked = (id: string) => `appointments/${part(id)}`;

export const listCalendars = (signal: AbortSignal): Promise<{ data: Calendar[] }> =>
  call("calendars", { signal });

export const createCalendar = (fields: CalendarFields): Promise<Calendar> =>
  call("calendars", { method: "POST", body: fields });

export const changeCalendar = (id: string, change: Partial<CalendarFields>): Promise<Calendar> =>
  call(at(id), { method: "PATCH", body: change });

export const removeCalendar = (id: string): Promise<void> => call(at(id), { method: "DELETE" });

export const addService = (calendar: string, fields: ServiceFields): Promise<Service> =>
  call(`${at(calendar)}/services`, { method: "POST", body: fields });

export const changeService = (id: string, change: Partial<ServiceFields>): Promise<Service> =>
  call(`services/${part(id)}`, { method: "PATCH", body: change });

export const removeService = (id: string): Promise<void> =>
  call(`services/${part(id)}`, { method: "DELETE" });

export const addException = (calendar: string, fields: ExceptionFields): Promise<CalendarException> =>
  call(`${at(calendar)}/exceptions`, { method: "POST", body: fields });

export const removeException = (id: string): Promise<void> =>
  call(`calendar_exceptions/${part(id)}`, { method: "DELETE" });

/** The free times of one service, as customers are offered them. */
export const listOpenings = (
  service: string,
  day: string,
  signal: AbortSignal,
): Promise<{ data: string[] }> =>
  call(`services/${part(service)}/openings?first=${day}&last=${day}`, { signal });

export const listAppointments = (
  asked: { calendar: string; since: string; until: string },
  signal: AbortSignal,
): Promise<{ data: Appointment[]; has_more: boolean }> =>
  call(`appointments?${new URLSearchParams({ ...asked, limit: "200" })}`, { signal });

export const book = (booking: Booking): Promise<Appointment> =>
  call("appointments", { method: "POST", body: booking });

export const moveAppointment = (
  { id, version }: Appointment,
  change: { starts_at: string; tell: boolean },
): Promise<Appointment> => call(booked(id), { method: "PATCH", body: { version, ...change } });

export const cancelAppointment = ({ id, version }: Appointment, tell: boolean): Promise<Appointment> =>
  call(`${booked(id)}/cancel`, { method: "POST", body: { version, tell } });

export const restoreAppointment = ({ id, version }: Appointment, tell: boolean): Promise<Appointment> =>
  call(`${booked(id)}/restore`, { method: "POST", body: { version, tell } });

export const closeAppointment = (
  { id, version }: Appointment,
  state: "done" | "missed",
): Promise<Appointment> => call(`${booked(id)}/close`, { method: "POST", body: { version, state } });
