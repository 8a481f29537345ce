/** The calls about calendars, services and appointments. */

import type {
  AppointmentForm,
  AppointmentRow,
  CalendarExceptionForm,
  CalendarExceptionRow,
  CalendarForm,
  CalendarRow,
  ServiceForm,
  ServiceRow,
} from "../../shared/api";
import { api } from "./typed";

export type Service = ServiceRow;
export type CalendarException = CalendarExceptionRow;
export type Calendar = CalendarRow;
export type Appointment = AppointmentRow;
export type AppointmentState = AppointmentRow["state"];
export type Booking = AppointmentForm;
export type ServiceFields = ServiceForm;
export type ExceptionFields = CalendarExceptionForm;
/** All that a form about a calendar asks. */
export type CalendarFields = Omit<CalendarRow, "id" | "services" | "exceptions">;

export const listCalendars = (signal: AbortSignal) => api.get("/calendars", { signal });

export const createCalendar = (body: CalendarForm) => api.post("/calendars", { body });

export const changeCalendar = (calendar_id: string, body: Partial<CalendarForm>) =>
  api.patch("/calendars/{calendar_id}", { path: { calendar_id }, body });

export const removeCalendar = (calendar_id: string) =>
  api.delete("/calendars/{calendar_id}", { path: { calendar_id } });

export const addService = (calendar_id: string, body: ServiceForm) =>
  api.post("/calendars/{calendar_id}/services", { path: { calendar_id }, body });

export const changeService = (service_id: string, body: Partial<ServiceForm>) =>
  api.patch("/services/{service_id}", { path: { service_id }, body });

export const removeService = (service_id: string) =>
  api.delete("/services/{service_id}", { path: { service_id } });

export const addException = (calendar_id: string, body: CalendarExceptionForm) =>
  api.post("/calendars/{calendar_id}/exceptions", { path: { calendar_id }, body });

export const removeException = (exception_id: string) =>
  api.delete("/calendar_exceptions/{exception_id}", { path: { exception_id } });

/** The free times of one service, as customers are offered them. */
export const listOpenings = (service_id: string, day: string, signal: AbortSignal) =>
  api.get("/services/{service_id}/openings", {
    path: { service_id },
    query: { first: day, last: day },
    signal,
  });

interface Asked {
  calendar_id: string;
  since: string;
  until: string;
}

/** All appointments of these days. */
export async function listAppointments(
  asked: Asked,
  signal: AbortSignal,
  cursor?: string,
): Promise<Appointment[]> {
  const query = { ...asked, limit: 100, ...(cursor && { cursor }) };
  const { data, next_cursor } = await api.get("/appointments", { query, signal });
  return next_cursor ? [...data, ...(await listAppointments(asked, signal, next_cursor))] : data;
}

export const book = (body: AppointmentForm) => api.post("/appointments", { body });

export const moveAppointment = ({ id, version }: Appointment, change: { starts_at: string; tell: boolean }) =>
  api.patch("/appointments/{appointment_id}", {
    path: { appointment_id: id },
    body: { version, ...change },
  });

export const cancelAppointment = ({ id, version }: Appointment, tell: boolean) =>
  api.post("/appointments/{appointment_id}/cancel", {
    path: { appointment_id: id },
    body: { version, tell },
  });

export const restoreAppointment = ({ id, version }: Appointment, tell: boolean) =>
  api.post("/appointments/{appointment_id}/restore", {
    path: { appointment_id: id },
    body: { version, tell },
  });

export const closeAppointment = ({ id, version }: Appointment, state: "done" | "missed") =>
  api.post("/appointments/{appointment_id}/close", {
    path: { appointment_id: id },
    body: { version, state },
  });
