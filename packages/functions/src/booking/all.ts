import type { FunctionDefinition } from '../define-function.ts'
import { cancelBooking } from './cancel-booking.ts'
import { createBooking } from './create-booking.ts'
import { createBookingByName } from './create-booking-by-name.ts'
import { getActiveOrderBookingInfo } from './get-active-order-booking-info.ts'
import { getBookingsInfo } from './get-bookings-info.ts'
import { getCategoriesForBooking } from './get-categories-for-booking.ts'
import { getCompaniesForBooking } from './get-companies-for-booking.ts'
import { getDatesForBooking } from './get-dates-for-booking.ts'
import { getEmployeesForBooking } from './get-employees-for-booking.ts'
import { getInfoForBooking } from './get-info-for-booking.ts'
import { getInfoFromTable } from './get-info-from-table.ts'
import { getServicesForBooking } from './get-services-for-booking.ts'
import { getSlotsForBooking } from './get-slots-for-booking.ts'
import { modifyBookingTime } from './modify-booking-time.ts'

export const bookingFunctions: readonly FunctionDefinition[] = [
  cancelBooking,
  createBooking,
  createBookingByName,
  getActiveOrderBookingInfo,
  getBookingsInfo,
  getCategoriesForBooking,
  getCompaniesForBooking,
  getDatesForBooking,
  getEmployeesForBooking,
  getInfoForBooking,
  getInfoFromTable,
  getServicesForBooking,
  getSlotsForBooking,
  modifyBookingTime,
]
