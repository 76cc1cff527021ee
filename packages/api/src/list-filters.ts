/** What lists are narrowed by, in one form everywhere. */
import { z } from 'zod'
import { id } from './endpoint.ts'

/** A day in the project's time zone. */
const day = z.iso.date()

/** Both days are included. */
export const period = { from: day.optional(), until: day.optional() }

/** Number of an account, or `nobody`. */
export const employeeOrNobody = z.union([z.literal('nobody'), id]).optional()
