import * as contract from '@voronka/api'
import { answer, type Route } from '../http/answer.ts'

const ok = { ok: true } as const

/** Every endpoint of the booking files of the contract. Addresses in words come before those with a number. */
export const bookingRoutes: readonly Route[] = [
  answer(contract.listBranches, async ({ projectId }, { branchDesk }) => ({ branches: await branchDesk.list(projectId) })),
  answer(contract.createBranch, ({ projectId, ...branch }, { branchDesk }) => branchDesk.create(projectId, branch)),
  answer(contract.beginBooking, ({ projectId, ...beginning }, { branchDesk }) => branchDesk.begin(projectId, beginning)),
  answer(contract.getBranch, ({ projectId, branch }, { branchDesk }) => branchDesk.get(projectId, branch)),
  answer(contract.changeBranch, ({ projectId, branch, ...fields }, { branchDesk }) => branchDesk.change(projectId, branch, fields)),
  answer(contract.deleteBranch, async ({ projectId, branch, confirm }, { branchDesk }, actor) => {
    await branchDesk.remove(projectId, branch, confirm, actor)
    return ok
  }),
  answer(contract.changeBranchNotifications, ({ projectId, branch, ...notifications }, { branchDesk }) =>
    branchDesk.setNotifications(projectId, branch, notifications),
  ),
  answer(contract.sortServiceCategories, ({ projectId, branch, ids }, { branchDesk }) =>
    branchDesk.groupings.sort(projectId, branch, 'category', ids),
  ),
  answer(contract.createServiceCategory, ({ projectId, branch, ...fields }, { branchDesk }) =>
    branchDesk.groupings.create(projectId, branch, 'category', fields),
  ),
  answer(contract.changeServiceCategory, ({ projectId, category, ...fields }, { branchDesk }) =>
    branchDesk.groupings.change(projectId, 'category', category, fields),
  ),
  answer(contract.deleteServiceCategory, async ({ projectId, category }, { branchDesk }) => {
    await branchDesk.groupings.remove(projectId, 'category', category)
    return ok
  }),
  answer(contract.sortJobTitles, ({ projectId, branch, ids }, { branchDesk }) =>
    branchDesk.groupings.sort(projectId, branch, 'job-title', ids),
  ),
  answer(contract.createJobTitle, ({ projectId, branch, ...fields }, { branchDesk }) =>
    branchDesk.groupings.create(projectId, branch, 'job-title', fields),
  ),
  answer(contract.changeJobTitle, ({ projectId, jobTitle, ...fields }, { branchDesk }) =>
    branchDesk.groupings.change(projectId, 'job-title', jobTitle, fields),
  ),
  answer(contract.deleteJobTitle, async ({ projectId, jobTitle }, { branchDesk }) => {
    await branchDesk.groupings.remove(projectId, 'job-title', jobTitle)
    return ok
  }),
  answer(contract.sortServices, ({ projectId, branch, ids }, { branchDesk }) => branchDesk.services.sort(projectId, branch, ids)),
  answer(contract.importServices, ({ projectId, branch, content, dryRun }, { branchDesk }) =>
    branchDesk.services.import(projectId, branch, content, dryRun),
  ),
  answer(contract.createService, ({ projectId, branch, ...service }, { branchDesk }) =>
    branchDesk.services.create(projectId, branch, service),
  ),
  answer(contract.changeService, ({ projectId, service, ...fields }, { branchDesk }) =>
    branchDesk.services.change(projectId, service, fields),
  ),
  answer(contract.deleteService, async ({ projectId, service }, { branchDesk }, actor) => {
    await branchDesk.services.remove(projectId, service, actor)
    return ok
  }),
  answer(contract.sortEmployees, ({ projectId, branch, ids }, { branchDesk }) => branchDesk.employees.sort(projectId, branch, ids)),
  answer(contract.createEmployee, ({ projectId, branch, ...employee }, { branchDesk }) =>
    branchDesk.employees.create(projectId, branch, employee),
  ),
  answer(contract.changeEmployee, ({ projectId, employee, ...fields }, { branchDesk }) =>
    branchDesk.employees.change(projectId, employee, fields),
  ),
  answer(contract.deleteEmployee, async ({ projectId, employee }, { branchDesk }, actor) => {
    await branchDesk.employees.remove(projectId, employee, actor)
    return ok
  }),
  answer(contract.setSchedule, ({ projectId, employee, ...schedule }, { branchDesk }) =>
    branchDesk.employees.setSchedule(projectId, employee, schedule),
  ),
  answer(contract.setOverrides, ({ projectId, employee, ...range }, { branchDesk }) =>
    branchDesk.employees.setOverrides(projectId, employee, range),
  ),
  answer(contract.renewFeed, ({ projectId, employee }, { branchDesk }, actor) =>
    branchDesk.employees.setFeed(projectId, employee, true, actor),
  ),
  answer(contract.removeFeed, ({ projectId, employee }, { branchDesk }, actor) =>
    branchDesk.employees.setFeed(projectId, employee, false, actor),
  ),
  answer(contract.getBookingSettings, ({ projectId }, { branchDesk }) => branchDesk.settings.get(projectId)),
  answer(contract.changeBookingSettings, ({ projectId, ...settings }, { branchDesk }) => branchDesk.settings.set(projectId, settings)),

  answer(contract.getCalendar, ({ projectId, branch, ...query }, { visitDesk }) => visitDesk.calendar(projectId, branch, query)),
  answer(contract.getFreeTimes, async ({ projectId, branch, ...query }, { visitDesk }) => ({
    times: await visitDesk.freeTimes(projectId, branch, query),
  })),
  answer(contract.createVisit, ({ projectId, branch, ...visit }, { visitDesk }, actor) =>
    visitDesk.createByHand(projectId, branch, visit, actor),
  ),
  answer(contract.getVisit, ({ projectId, visit }, { visitDesk }) => visitDesk.get(projectId, visit)),
  answer(contract.changeVisit, ({ projectId, visit, ...changes }, { visitDesk }, actor) =>
    visitDesk.changeByHand(projectId, visit, changes, actor),
  ),
  answer(contract.cancelVisit, async ({ projectId, visit, version }, { visitDesk }, actor) => {
    await visitDesk.cancelByHand(projectId, visit, version, actor)
    return ok
  }),

  answer(contract.getBookingPage, ({ branch }, { bookingPages }) => bookingPages.get(branch)),
  answer(contract.getBookingDates, async ({ branch, services, employee }, { bookingPages }) => ({
    dates: await bookingPages.dates(branch, services, employee),
  })),
  answer(contract.getBookingTimes, async ({ branch, ...query }, { bookingPages }) => ({ times: await bookingPages.times(branch, query) })),
  answer(contract.holdTime, ({ branch, ...slot }, { bookingPages }) => bookingPages.hold(branch, slot)),
  answer(contract.releaseTime, async ({ branch, hold }, { bookingPages }) => {
    await bookingPages.release(branch, hold)
    return ok
  }),
  answer(contract.bookVisit, ({ branch, ...visit }, { bookingPages }) => bookingPages.book(branch, visit)),
  answer(contract.getOwnVisit, ({ branch, visit }, { bookingPages }) => bookingPages.own(branch, visit)),
  answer(contract.getOwnVisitTimes, ({ branch, visit, date }, { bookingPages }) => bookingPages.ownTimes(branch, visit, date)),
  answer(contract.moveOwnVisit, ({ branch, visit, ...to }, { bookingPages }) => bookingPages.move(branch, visit, to)),
  answer(contract.cancelOwnVisit, ({ branch, visit }, { bookingPages }) => bookingPages.cancel(branch, visit)),
]
