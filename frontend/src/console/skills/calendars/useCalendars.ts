/** Calendars and appointments as the server has them, and what changes them. */

import { t } from "@lingui/core/macro";
import {
  keepPreviousData,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  type Appointment,
  addException,
  addService,
  book,
  type CalendarFields,
  cancelAppointment,
  changeCalendar,
  changeService,
  closeAppointment,
  createCalendar,
  type ExceptionFields,
  listAppointments,
  listCalendars,
  listOpenings,
  moveAppointment,
  removeCalendar,
  removeException,
  removeService,
  restoreAppointment,
  type Service,
  type ServiceFields,
} from "../../api/calendars";
import { offerUndo, tell, tellFailure } from "../../ui/notices";
import { around } from "./days";

const CALENDARS = ["calendars"] as const;
const APPOINTMENTS = ["appointments"] as const;
const OPENINGS = ["openings"] as const;
const OFTEN = 60_000;

export const useCalendars = () =>
  useQuery({ queryKey: CALENDARS, queryFn: ({ signal }) => listCalendars(signal) });

export const useAppointments = (calendar: string, monday: string) =>
  useQuery({
    queryKey: [...APPOINTMENTS, calendar, monday],
    queryFn: ({ signal }) => listAppointments({ calendar_id: calendar, ...around(monday) }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: OFTEN,
  });

export const useOpenings = (service: string, day: string) =>
  useQuery({
    queryKey: [...OPENINGS, service, day],
    queryFn: ({ signal }) => listOpenings(service, day, signal),
    enabled: service !== "" && day !== "",
    staleTime: 0,
  });

const again = (client: QueryClient) =>
  Promise.all([APPOINTMENTS, OPENINGS].map((queryKey) => client.invalidateQueries({ queryKey })));

export function useBook() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: book,
    onSuccess: (made) => {
      const { service_name: service, name } = made;
      tell(t`Booked: ${service} for ${name}.`);
      return again(client);
    },
    onError: () => client.invalidateQueries({ queryKey: OPENINGS }),
  });
}

interface Change {
  appointment: Appointment;
  /** Whether Baton writes to the customer, a minute later. */
  hears: boolean;
}

const hearing = (hears: boolean): string =>
  hears ? t`They hear of it in a minute.` : t`They are not told of it.`;

/** Cancelled at once; the notice takes it back, and then nobody was told. */
export function useCancel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ appointment, hears }: Change) => cancelAppointment(appointment, hears),
    onError: tellFailure,
    onSuccess: (gone, { hears }) => {
      const { service_name: service, name } = gone;
      offerUndo({
        id: `appointment-${gone.id}`,
        says: `${t`Cancelled: ${service} for ${name}.`} ${hearing(hears)}`,
        undo: () => void restoreAppointment(gone, hears).then(() => again(client), tellFailure),
      });
      return again(client);
    },
  });
}

export function useRestore() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ appointment, hears }: Change) => restoreAppointment(appointment, hears),
    onError: tellFailure,
    onSuccess: () => again(client),
  });
}

export function useMove() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ appointment, hears, to }: Change & { to: string }) =>
      moveAppointment(appointment, { starts_at: to, tell: hears }),
    onSuccess: (moved, { appointment, hears }) => {
      const back = { starts_at: appointment.starts_at, tell: hears };
      const { service_name: service, name } = moved;
      offerUndo({
        id: `appointment-${moved.id}`,
        says: `${t`Moved: ${service} for ${name}.`} ${hearing(hears)}`,
        undo: () => void moveAppointment(moved, back).then(() => again(client), tellFailure),
      });
      return again(client);
    },
    onError: () => client.invalidateQueries({ queryKey: OPENINGS }),
  });
}

export function useClose() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ appointment, state }: { appointment: Appointment; state: "done" | "missed" }) =>
      closeAppointment(appointment, state),
    onError: tellFailure,
    onSuccess: () => again(client),
  });
}

function useCalendarChange<Asked, Told>(change: (asked: Asked) => Promise<Told>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: CALENDARS }), again(client)]),
  });
}

export const useCreateCalendar = () => useCalendarChange((fields: CalendarFields) => createCalendar(fields));

export const useChangeCalendar = (id: string) =>
  useCalendarChange((change: Partial<CalendarFields>) => changeCalendar(id, change));

export const useRemoveCalendar = (id: string) => useCalendarChange(() => removeCalendar(id));

export const useAddService = (calendar: string) =>
  useCalendarChange((fields: ServiceFields) => addService(calendar, fields));

export const useChangeService = () =>
  useCalendarChange(({ id, ...change }: Service) => changeService(id, change));

export const useRemoveService = () => useCalendarChange((service: Service) => removeService(service.id));

export const useAddException = (calendar: string) =>
  useCalendarChange((fields: ExceptionFields) => addException(calendar, fields));

export const useRemoveException = () => useCalendarChange((id: string) => removeException(id));
