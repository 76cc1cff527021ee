import { z } from 'zod'

export const bookingTabs = ['calendar', 'services', 'employees', 'notifications', 'page'] as const
export type BookingTab = (typeof bookingTabs)[number]

const number = z.coerce.number().int().positive().optional().catch(undefined)

/** The address of the screen: which branch and tab; in the calendar which day, whose week, and which visit is open. */
export const bookingSearch = z.object({
  branch: number,
  tab: z.enum(bookingTabs).optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
  /** Only this employee, his week. */
  employee: number,
  visit: number,
})
export type BookingSearch = z.infer<typeof bookingSearch>
