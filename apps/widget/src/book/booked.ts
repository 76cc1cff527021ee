import type { OwnVisit } from '@voronka/api'

let visit: OwnVisit | undefined

/** What was booked last on this page. */
export const booked = (): OwnVisit | undefined => visit
export const keepBooked = (made: OwnVisit): void => {
  visit = made
}
