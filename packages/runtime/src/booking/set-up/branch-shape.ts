import { bookingPageSchema, type BookingPage, type Branch } from '@voronka/api'
import type { BranchRow } from '../branches.store.ts'
import { notificationsOf } from '../reminders.ts'

/** A branch as the contract has it. */
export const branchOf = (row: BranchRow): Branch => ({
  id: row.pipeline_id,
  name: row.name,
  address: row.address,
  photo: row.photo,
  on: row.enabled === 1,
  key: row.key,
  timezone: row.timezone,
  currency: row.currency,
  horizonDays: row.horizon_days,
  step: row.step,
  state: row.state_id,
  notifications: notificationsOf(row.notifications),
  page: pageOf(row.page),
})

/** Written by the desk of branches, and by nobody else. */
export const pageOf = (document: string): BookingPage => bookingPageSchema.parse(JSON.parse(document))
