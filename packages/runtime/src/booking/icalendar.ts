import { visitMoment } from './reminders.ts'
import type { BookingRow } from './bookings.store.ts'

export interface CalendarEntry {
  readonly row: BookingRow
  readonly title: string
  readonly description: string
}

/** Visits as iCalendar (RFC 5545). Moments are UTC, so that every calendar shows them right whatever zones it knows. */
export function iCalendar({
  name,
  zone,
  address,
  visits,
}: {
  name: string
  zone: string
  address: string
  visits: readonly CalendarEntry[]
}): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Voronka//Booking//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${zone}`,
    ...visits.flatMap((entry) => eventOf(entry, zone, address)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventOf({ row, title, description }: CalendarEntry, zone: string, address: string): string[] {
  const begins = visitMoment(row.day, row.start_min, zone)
  return [
    'BEGIN:VEVENT',
    `UID:booking-${row.project_id}-${row.order_number}@voronka`,
    `SEQUENCE:${row.version}`,
    `DTSTAMP:${stamp(row.updated_at)}`,
    `DTSTART:${stamp(begins)}`,
    `DTEND:${stamp(begins + row.duration * 60_000)}`,
    `SUMMARY:${escaped(title)}`,
    ...(address ? [`LOCATION:${escaped(address)}`] : []),
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    `STATUS:${row.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

const stamp = (moment: number): string => new Date(moment).toISOString().replaceAll(/[-:]|\.\d+/g, '')

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n|\r/g, '\\n')

/** Lines have at most 75 bytes; a longer one goes on behind a space. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (bytes + size > 74) {
      parts.push(part)
      part = ''
      bytes = 0
    }
    part += sign
    bytes += size
  }
  return [...parts, part].join('\r\n ')
}
