/** Online booking: its set-up, calendar and public page. */
import { numbered, ofProject, onlyProject, project, type Case, type Cases } from './case.ts'

const branch = { ...project, branch: '2' }
/** What is sent about a branch: into its body or its query. */
const ofBranch = (good: unknown, bad: unknown, ...fields: string[]): Case => ({
  good: { params: branch, body: good },
  bad: [[{ params: branch, body: bad }, ...fields]],
})
const onlyBranch = numbered('branch')
const pageOf = { branch: 'salon' }
const visitOf = { ...pageOf, visit: 'secret' }
const slot = { services: [844], date: '2024-02-05', time: '10:00', employee: null }
const notified = { on: true, text: 'Hello' }
const week = [[['09:00', '24:00']], [], [], [], [], [], []]
const beginning = { name: 'Salon', service: { title: 'Haircut', price: 10, duration: 30 }, employee: { name: 'Pavel', week }, open: true }

export const bookingCases: Cases = {
  listBranches: onlyProject,
  beginBooking: ofProject(beginning, { ...beginning, name: '' }, 'name'),
  createBranch: ofProject({ name: 'Salon' }, { name: '' }, 'name'),
  getBranch: onlyBranch,
  changeBranch: ofBranch(
    { on: true, key: 'my-salon', timezone: null, step: 15 },
    { key: 'My Salon', timezone: 'Mars/Base', horizonDays: 0, step: 1 },
    'key',
    'timezone',
    'horizonDays',
    'step',
  ),
  deleteBranch: ofBranch({ confirm: 'Salon' }, {}, 'confirm'),
  changeBranchNotifications: ofBranch(
    { on: true, channel: 'auto', created: notified, reminder: { ...notified, before: 120 }, cancelled: notified },
    { on: true, channel: 'pigeon', created: notified, reminder: { ...notified, before: 0 }, cancelled: notified },
    'channel',
    'reminder.before',
  ),
  createServiceCategory: ofBranch({ name: 'Hair' }, { name: ' ' }, 'name'),
  sortServiceCategories: ofBranch({ ids: [2, 1] }, { ids: ['x'] }, 'ids[0]'),
  changeServiceCategory: numbered('category', { good: { name: 'Hair' }, bad: { name: '' }, fields: ['name'] }),
  deleteServiceCategory: numbered('category'),
  createJobTitle: ofBranch({ name: 'Barber', description: 'Cuts' }, {}, 'name'),
  sortJobTitles: ofBranch({ ids: [] }, {}, 'ids'),
  changeJobTitle: numbered('jobTitle', { good: { description: '' }, bad: { name: '' }, fields: ['name'] }),
  deleteJobTitle: numbered('jobTitle'),
  createService: ofBranch(
    { title: 'Haircut', duration: 60 },
    { title: '', price: -1, duration: 0, capacity: 0 },
    'title',
    'price',
    'duration',
    'capacity',
  ),
  sortServices: ofBranch({ ids: [1] }, { ids: [0] }, 'ids[0]'),
  changeService: numbered('service', { good: { active: false, color: '' }, bad: { color: 'red' }, fields: ['color'] }),
  deleteService: numbered('service'),
  importServices: ofBranch({ content: 'dGl0bGU=', dryRun: true }, { content: '???' }, 'content', 'dryRun'),
  createEmployee: ofBranch(
    { name: 'Pavel', schedule: { week, breaks: [{ weekday: null, from: '13:00', to: '14:00' }] } },
    { name: '', kind: 'bus', services: [0] },
    'kind',
    'name',
    'services[0]',
  ),
  sortEmployees: ofBranch({ ids: [1] }, {}, 'ids'),
  changeEmployee: numbered('employee', { good: { active: false }, bad: { active: 'no' }, fields: ['active'] }),
  deleteEmployee: numbered('employee'),
  setSchedule: numbered('employee', {
    good: { week, breaks: [] },
    bad: { week: [[['18:00', '09:00']], [], [], [], [], [], []], breaks: [{ weekday: 8, from: '13:00', to: '14:00' }] },
    fields: ['week[0][0]', 'breaks[0].weekday'],
  }),
  setOverrides: numbered('employee', {
    good: { from: '2024-02-05', to: '2024-02-06', intervals: [] },
    bad: { from: '2024-02-06', to: '2024-02-05', intervals: null },
    fields: ['to'],
  }),
  renewFeed: numbered('employee'),
  removeFeed: numbered('employee'),
  getBookingSettings: onlyProject,
  changeBookingSettings: ofProject({ holdMinutes: 0 }, { holdMinutes: 1.5 }, 'holdMinutes'),
  getCalendar: {
    good: { params: branch, query: { from: '2024-02-05', days: '7', employee: '3' } },
    bad: [[{ params: branch, query: { from: 'today', days: '8' } }, 'from', 'days']],
  },
  getFreeTimes: {
    good: { params: branch, query: { services: '844,845', date: '2024-02-05' } },
    bad: [[{ params: branch, query: { services: '844,', date: '05.02.2024' } }, 'services', 'date']],
  },
  createVisit: ofBranch(
    { date: '2024-02-05', time: '10:00', services: [844], phone: '+7 900' },
    { date: '2024-02-05', time: '24:00', services: [], email: 'a' },
    'time',
    'services',
    'email',
  ),
  getVisit: numbered('visit'),
  changeVisit: numbered('visit', { good: { version: 1, time: '10:30' }, bad: { time: '10:60' }, fields: ['version', 'time'] }),
  cancelVisit: numbered('visit', { good: { version: 1 }, bad: {}, fields: ['version'] }),
  getBookingPage: { good: { params: pageOf }, bad: [[{}, 'branch']] },
  getBookingDates: { good: { params: pageOf, query: { services: '844' } }, bad: [[{ params: pageOf }, 'services']] },
  getBookingTimes: {
    good: { params: pageOf, query: { services: '844', date: '2024-02-05', hold: 'h' } },
    bad: [[{ params: pageOf, query: { services: '844' } }, 'date']],
  },
  holdTime: { good: { params: pageOf, body: slot }, bad: [[{ params: pageOf, body: { ...slot, services: [] } }, 'services']] },
  releaseTime: { good: { params: { ...pageOf, hold: 'h' } }, bad: [[{ params: pageOf }, 'hold']] },
  bookVisit: {
    good: { params: pageOf, body: { ...slot, key: 'of-the-page', name: 'Ann', phone: '+7 900' } },
    bad: [[{ params: pageOf, body: { ...slot, key: 'short', name: '' } }, 'key', 'name']],
  },
  getOwnVisit: { good: { params: visitOf }, bad: [[{ params: pageOf }, 'visit']] },
  getOwnVisitTimes: { good: { params: visitOf, query: {} }, bad: [[{ params: visitOf, query: { date: 'today' } }, 'date']] },
  moveOwnVisit: {
    good: { params: visitOf, body: { date: '2024-02-05', time: '10:00' } },
    bad: [[{ params: visitOf, body: { date: '2024-02-05' } }, 'time']],
  },
  cancelOwnVisit: { good: { params: visitOf }, bad: [[{ params: pageOf }, 'visit']] },
}
