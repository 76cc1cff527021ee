import type { BookingNotifications, BookingPage } from '@voronka/api'

/** What a new branch begins with. */
export const defaultHorizonDays = 14
export const defaultStep = 30
export const defaultHoldMinutes = 10

const texts = {
  ru: {
    created: 'Вы записаны: #{services}, #{booking_date} в #{booking_time}. #{company_name}, #{company_address}',
    reminder: 'Напоминаем о записи: #{services}, #{booking_date} в #{booking_time}. #{company_name}, #{company_address}',
    cancelled: 'Запись на #{booking_date} в #{booking_time} отменена.',
    state: 'Новая запись',
  },
  en: {
    created: 'You are booked: #{services}, #{booking_date} at #{booking_time}. #{company_name}, #{company_address}',
    reminder: 'A reminder of your visit: #{services}, #{booking_date} at #{booking_time}. #{company_name}, #{company_address}',
    cancelled: 'Your visit of #{booking_date} at #{booking_time} is cancelled.',
    state: 'New booking',
  },
} as const

export const firstState = (language: 'ru' | 'en'): string => texts[language].state

export const defaultNotifications = (language: 'ru' | 'en'): BookingNotifications => ({
  on: false,
  channel: 'auto',
  created: { on: true, text: texts[language].created },
  reminder: { on: true, before: 120, text: texts[language].reminder },
  cancelled: { on: true, text: texts[language].cancelled },
})

export const defaultPage: BookingPage = {
  on: false,
  title: '',
  subtitle: '',
  logo: '',
  colors: null,
  captions: { services: '', specialist: '' },
  domains: [],
  phone: 'required',
  email: 'optional',
  noticeMinutes: 0,
  changeNoticeMinutes: 0,
}
