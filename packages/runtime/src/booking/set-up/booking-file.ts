import { bookingPageSchema, notificationsSchema } from '@voronka/api'
import type { FileBooking, FileBranch } from '@voronka/flow'
import type { Step } from '@voronka/flow/engine'
import { failure } from '../../errors.ts'
import type { LiveHub } from '../../live/live-hub.ts'
import type { MembersStore } from '../../members/members.store.ts'
import type { WorkContext } from '../../worker/context.ts'
import type { BranchRow } from '../branches.store.ts'
import { defaultNotifications, defaultPage } from '../defaults.ts'
import { titleKey } from '../set-up.store.ts'
import { branchOf } from './branch-shape.ts'
import { employeeReader } from './employee-reader.ts'
import { hoursOf, spanOf } from './schedule-shape.ts'
import { serviceOf } from './service-desk.ts'
import { holdMinutes } from './hold-minutes.ts'
import { setUpWork, type GroupingKind } from './set-up-work.ts'

/** Numbers here by numbers of the file. */
type Numbers = ReadonlyMap<number, number>

export interface BookingBrought {
  /** How much the project did not have. */
  readonly added: number
  /** Employees whom the file calls members, and whom no member here is: they are known in booking only. */
  readonly notMembers: readonly string[]
}

/** The set-up of booking, out into a project file and in from one. Addresses of pages and calendars are made anew, and nobody's visits are in it. */
export function bookingFile(context: WorkContext, live: LiveHub, members: MembersStore) {
  const work = setUpWork(context, live)
  const { build, branches, numbers, store, run, groupings, facts } = work
  const employees = employeeReader(work)
  const holding = holdMinutes(work)

  /** The members of the project as its people know them; an address says no file. */
  function* membersOf(project: number): Step<{ readonly account: number; readonly name: string }[]> {
    const known = (yield* members.list(project)).filter(({ shownName, email }) => shownName !== email)
    return known.map(({ account, shownName }) => ({ account, name: shownName }))
  }

  function* writeBranch(project: number, row: BranchRow, names: ReadonlyMap<number, string>): Step<FileBranch> {
    const { id, name: _name, key: _key, currency: _currency, notifications, page, ...branch } = branchOf(row)
    const { language } = yield* facts(project)
    const usual = (value: object, standard: object) => (JSON.stringify(value) === JSON.stringify(standard) ? undefined : { ...value })
    return {
      pipeline: id,
      ...branch,
      notifications: usual(notifications, defaultNotifications(language)),
      page: usual(page, defaultPage),
      categories: yield* groupings(project, id, 'category'),
      jobTitles: yield* groupings(project, id, 'job-title'),
      services: (yield* branches.services(project, id)).map(serviceOf),
      employees: (yield* employees.all(project, row)).map(({ id: employee, schedule, overrides, ...each }) => ({
        id: employee,
        name: each.name,
        member: each.account === null ? undefined : names.get(each.account),
        information: each.information,
        jobTitle: each.jobTitle,
        photo: each.photo,
        active: each.active,
        services: each.services,
        week: schedule.week.map((day) => day.map(([from, to]): [string, string] => [from, to])),
        breaks: schedule.breaks.map(({ weekday, from, to }) => ({ weekday, at: [from, to] as [string, string] })),
        exceptions: overrides.map(({ date, intervals }) => ({
          date,
          intervals: intervals.map(([from, to]): [string, string] => [from, to]),
        })),
      })),
    }
  }

  /** Gives what they are called here, and how many are new. What has the same name stays. */
  function* bringGroupings(project: number, branch: number, kind: GroupingKind, file: FileBranch['categories']) {
    const known = new Map((yield* groupings(project, branch, kind)).map(({ id, name }) => [titleKey(name), id]))
    const ids = new Map<number, number>()
    let added = 0
    for (const { id: wanted, name, description } of file) {
      let id = known.get(titleKey(name))
      if (id === undefined) {
        id = yield* numbers.takeLike(project, `booking-${kind}`, wanted)
        yield* store.addGrouping({ project_id: project, kind, id, pipeline_id: branch, name, description, position: id })
        added++
      }
      ids.set(wanted, id)
    }
    return { ids, added }
  }

  function* bringServices(project: number, branch: number, file: FileBranch['services'], categories: Numbers) {
    const known = new Map((yield* branches.services(project, branch)).map((row) => [row.title_key, row.id]))
    const ids = new Map<number, number>()
    let added = 0
    for (const { id: wanted, category, active, ...service } of file) {
      let id = known.get(titleKey(service.title))
      if (id === undefined) {
        id = yield* numbers.takeLike(project, 'booking-service', wanted)
        const category_id = (category === null ? undefined : categories.get(category)) ?? null
        yield* store.addService({
          ...service,
          project_id: project,
          id,
          pipeline_id: branch,
          category_id,
          active: Number(active),
          position: id,
        })
        added++
      }
      ids.set(wanted, id)
    }
    return { ids, added }
  }

  function* bringEmployees(
    project: number,
    row: BranchRow,
    file: FileBranch['employees'],
    jobTitles: Numbers,
    services: Numbers,
  ): Step<{ added: number; notMembers: string[] }> {
    const people = yield* membersOf(project)
    const notMembers: string[] = []
    const known = new Set((yield* employees.all(project, row)).map(({ name }) => titleKey(name)))
    const fresh = file.filter(({ name }) => !known.has(titleKey(name)))
    for (const each of fresh) {
      const id = yield* numbers.takeLike(project, 'booking-employee', each.id)
      const [member, another] = people.filter(({ name }) => each.member !== undefined && titleKey(name) === titleKey(each.member))
      // Whom the name leaves in doubt, nobody is made.
      const account = member && !another ? member.account : null
      if (each.member !== undefined && account === null) notMembers.push(each.name)
      yield* store.addEmployee({
        project_id: project,
        id,
        pipeline_id: row.pipeline_id,
        kind: account === null ? 'freelance' : 'staff',
        account_id: account,
        name: each.name,
        information: each.information,
        job_title_id: (each.jobTitle === null ? undefined : jobTitles.get(each.jobTitle)) ?? null,
        photo: each.photo,
        active: Number(each.active),
        position: id,
      })
      const rendered = each.services.flatMap((service) => services.get(service) ?? [])
      yield* store.setServices(project, id, rendered)
      const breaks = each.breaks.map(({ weekday, at: [from, to] }) => ({ weekday, from, to }))
      yield* store.setHours(project, id, hoursOf({ week: each.week, breaks }))
      for (const { date, intervals } of each.exceptions) yield* store.setOverride(project, id, date, intervals.map(spanOf))
    }
    return { added: fresh.length, notMembers }
  }

  /** A branch that is there keeps its own settings. */
  function* branchHere(project: number, pipeline: number, file: FileBranch, states: Numbers): Step<{ row: BranchRow; added: number }> {
    const present = yield* branches.find(project, pipeline)
    if (present) return { row: present, added: 0 }
    const { language } = yield* facts(project)
    yield* store.addBranch(project, pipeline, {
      address: file.address,
      enabled: Number(file.on),
      language,
      notifications: read(notificationsSchema, file.notifications, 'notifications') ?? defaultNotifications(language),
      page: read(bookingPageSchema, file.page, 'page') ?? defaultPage,
    })
    const set = {
      photo: file.photo,
      timezone: file.timezone,
      horizon_days: file.horizonDays,
      step: file.step,
      state_id: (file.state === null ? undefined : states.get(file.state)) ?? null,
    }
    yield* run(build.updateTable('booking_branches').set(set).where('project_id', '=', project).where('pipeline_id', '=', pipeline))
    const row = yield* branches.find(project, pipeline)
    if (!row) throw failure('branch-not-found')
    return { row, added: 1 }
  }

  return {
    *write(project: number): Step<FileBooking> {
      const written: FileBranch[] = []
      const names = new Map((yield* membersOf(project)).map(({ account, name }) => [account, name]))
      for (const row of yield* branches.list(project)) written.push(yield* writeBranch(project, row, names))
      return { holdMinutes: yield* holding.chosen(project), branches: written }
    },

    /** What the file has and the project has not is added, by name. */
    *bringIn(project: number, file: FileBooking, pipelines: Numbers, states: Numbers): Step<BookingBrought> {
      let all = 0
      const notMembers: string[] = []
      if (file.holdMinutes !== undefined && (yield* holding.chosen(project)) === undefined) {
        yield* holding.set(project, file.holdMinutes)
        all++
      }
      for (const branch of file.branches) {
        const pipeline = pipelines.get(branch.pipeline)
        if (pipeline === undefined) throw failure('bad-file', `crm.booking names the pipeline ${branch.pipeline}, which the file has not`)
        const { row, added } = yield* branchHere(project, pipeline, branch, states)
        const categories = yield* bringGroupings(project, pipeline, 'category', branch.categories)
        const jobTitles = yield* bringGroupings(project, pipeline, 'job-title', branch.jobTitles)
        const services = yield* bringServices(project, pipeline, branch.services, categories.ids)
        const people = yield* bringEmployees(project, row, branch.employees, jobTitles.ids, services.ids)
        all += added + categories.added + jobTitles.added + services.added + people.added
        notMembers.push(...people.notMembers)
      }
      return { added: all, notMembers }
    },
  }
}

function read<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  value: unknown,
  what: string,
): T | undefined {
  if (value === undefined) return undefined
  const result = schema.safeParse(value)
  if (!result.success) throw failure('bad-file', `crm.booking has ${what} of a branch that cannot be used`)
  return result.data
}
