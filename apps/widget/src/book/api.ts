/** The wire of the booking page: what it asks of the server (`packages/api/src/booking-page.ts`). It keeps nothing and decides nothing. */
import type { OwnVisit, PublicBranch } from '@voronka/api'

export interface Slot {
  readonly services: readonly number[]
  readonly date: string
  readonly time: string
  /** null: anybody who is free. */
  readonly employee: number | null
}

export interface Contacts {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly comment: string
}

export interface Hold {
  /** null: this project holds no times. */
  readonly hold: string | null
  readonly until: string | null
  readonly employee: string
}

export type Answer<T> = { readonly ok: true; readonly value: T } | Refused

/** `offline`: the server was not reached. `times`: what is free instead, where the server says so. */
export interface Refused {
  readonly ok: false
  readonly code: string
  readonly times: readonly string[]
}

export type BookingApi = ReturnType<typeof bookingApi>

export function bookingApi(branch: string) {
  const base = `/api/book/${encodeURIComponent(branch)}`
  const visit = (secret: string) => `${base}/visits/${encodeURIComponent(secret)}`
  return {
    page: () => ask<PublicBranch>(base),
    dates: (services: readonly number[], employee: number | null) =>
      ask<{ dates: string[] }>(`${base}/dates?${query({ services: services.join(','), employee })}`),
    times: ({ services, date, employee }: Omit<Slot, 'time'>, hold: string | null) =>
      ask<{ times: string[] }>(`${base}/times?${query({ services: services.join(','), date, employee, hold })}`),
    hold: (slot: Slot, replaces: string | null) => ask<Hold>(`${base}/holds`, { ...slot, replaces: replaces ?? undefined }),
    /** Also while the page is being left. */
    release: (hold: string) =>
      void fetch(`${base}/holds/${encodeURIComponent(hold)}`, { method: 'DELETE', keepalive: true }).catch(() => undefined),
    book: (slot: Slot, contacts: Contacts, key: string, hold: string | null) =>
      ask<OwnVisit>(`${base}/visits`, { ...slot, ...contacts, key, hold: hold ?? undefined }),
    visit: (secret: string) => ask<OwnVisit>(visit(secret)),
    visitTimes: (secret: string, date?: string) => ask<{ dates: string[]; times: string[] }>(`${visit(secret)}/times?${query({ date })}`),
    move: (secret: string, date: string, time: string) => ask<OwnVisit>(`${visit(secret)}/move`, { date, time }),
    cancel: (secret: string) => ask<OwnVisit>(`${visit(secret)}/cancel`, {}),
  }
}

function query(fields: Readonly<Record<string, string | number | null | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) if (value !== null && value !== undefined) search.set(name, String(value))
  return search.toString()
}

/** With a body it is sent, without one it is read. A request that hangs is given up. */
async function ask<T>(url: string, body?: object): Promise<Answer<T>> {
  const options = body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}
  const response = await fetch(url, { ...options, signal: AbortSignal.timeout(20_000) }).catch(() => undefined)
  const answer: unknown = await response?.json().catch(() => undefined)
  if (!response || answer === undefined) return { ok: false, code: 'offline', times: [] }
  return response.ok ? { ok: true, value: answer as T } : refusal(answer)
}

function refusal(answer: unknown): Refused {
  const error = field(answer, 'error')
  const code = field(error, 'code')
  const times = field(field(error, 'details'), 'times')
  return {
    ok: false,
    code: typeof code === 'string' ? code : 'unknown',
    times: Array.isArray(times) ? times.filter((time) => typeof time === 'string') : [],
  }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined
