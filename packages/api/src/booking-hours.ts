/** When somebody works (booking, section 2). Days and times are those of the branch's clock: `YYYY-MM-DD` and `HH:MM`, the end of a day is `24:00`. */
import { z } from 'zod'

export const bookingDay = z.iso.date()
export const bookingTime = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'A time like 09:00')
const endTime = z.string().regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/, 'A time like 18:00; the end of the day is 24:00')

/** From (inclusive) to (exclusive) on one day. A night shift is two intervals on two days. */
export const intervalSchema = z
  .tuple([bookingTime, endTime])
  .refine(([from, to]) => from < to, 'The end has to be after the beginning')
  .readonly()
export type Interval = z.infer<typeof intervalSchema>
const intervals = z.array(intervalSchema).max(20)

export const breakSchema = z
  .object({
    /** 1 (Monday) to 7; null: every day. */
    weekday: z.int().min(1).max(7).nullable(),
    from: bookingTime,
    to: endTime,
  })
  .refine(({ from, to }) => from < to, 'The end has to be after the beginning')

export const scheduleSchema = z.object({
  /** Seven days from Monday on; none: he does not work. */
  week: z.array(intervals).length(7),
  breaks: z.array(breakSchema).max(100),
})
export type Schedule = z.infer<typeof scheduleSchema>

/** A day with other hours than its weekday has; no interval: a day off. Breaks hold on it, too. */
export const overrideSchema = z.object({ date: bookingDay, intervals })
