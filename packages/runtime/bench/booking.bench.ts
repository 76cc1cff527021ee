import { blankBlock, blankProject } from '@voronka/flow'
import { settle } from '@voronka/flow/engine'
import { addDaysTo } from '@voronka/functions'
import { createInstallation, type Installation } from '../src/installation.ts'
import { VirtualClock } from '../src/worker/clocks.ts'
import type { BenchRow } from './bench-row.ts'
import { median } from './median.ts'

const start = Date.parse('2026-03-10T08:00:00Z')
const [employees, days, visits] = [20, 31, 5000]
/** As many as there are employees, so that each booking finds somebody. */
const rounds = 20
const target = { search: 10, turn: 5 }

/** A large branch: how long scripts wait for free times, and what a booking adds to a turn. */
export default async function bench(): Promise<BenchRow[]> {
  const installation = createInstallation({ database: ':memory:', clock: new VirtualClock(start) })
  try {
    const { project, branch, service } = await planted(installation)
    const { booking, db } = installation
    const asking = { project, zone: 'UTC', test: 0, now: start, clock: start }
    const search = { branch, services: [service], employee: undefined }
    const dates = await timed(() => db.transaction(() => booking.search.dates(asking, search, days)))
    const times = await timed((round) =>
      db.transaction(() => booking.search.times(asking, search, addDaysTo('2026-03-11', round % 28), 30)),
    )
    const plain = await turns(installation, project, 'x = 1')
    const books = await turns(installation, project, `a = create_booking(${branch}, ${service}, '11.04.2026', '08:00')`)
    const row = (name: string, figure: number, most: number): BenchRow => ({
      name,
      figure,
      unit: 'ms',
      target: `< ${most} ms`,
      ok: figure < most,
    })
    return [
      row(`get_dates_for_booking, ${employees} employees, ${days} days, ${visits} bookings`, dates, target.search),
      row('get_slots_for_booking, the same', times, target.search),
      row('create_booking, beyond a turn without it', books - plain, target.turn),
    ]
  } finally {
    await installation.close()
  }
}

async function timed(work: (round: number) => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = performance.now()
    await work(round)
    took.push(performance.now() - before)
  }
  return median(took)
}

/** Milliseconds of a turn of a new client whose block runs the script. */
async function turns({ projects, worker }: Installation, project: number, script: string): Promise<number> {
  const { revision } = await projects.find(project)
  const block = blankBlock(1, { type: 'start', condition: 'go', calculator: script, text: 'done' })
  await projects.edit(project, { revision, editor: 'bench', edits: [{ type: 'put-block', block }] })
  return timed(async (round) => {
    const from = { outsideId: `${script.length}-${round}` }
    await worker.accept(
      { channel: `test-${project}`, outsideId: `${script.length}-${round}`, from, event: { kind: 'text', text: 'go' } },
      { wait: true },
    )
    await worker.settled()
  })
}

async function planted(installation: Installation): Promise<{ project: number; branch: number; service: number }> {
  const { projects, branchDesk, db, booking, clients, worker } = installation
  const blank = blankProject('Salon')
  const { id: project } = await projects.create({ file: { ...blank, settings: { ...blank.settings, timezone: 'UTC' } }, language: 'en' })
  const { id: branch } = await branchDesk.create(project, { name: 'Salon', address: '' })
  const shape = { description: '', category: null, price: 1, capacity: 1, color: '', photo: '', active: true, employees: [] }
  const { id: service } = await branchDesk.services.create(project, branch, { ...shape, title: 'Haircut', duration: 60 })
  const { id: short } = await branchDesk.services.create(project, branch, { ...shape, title: 'Beard', duration: 5 })
  const week = Array.from({ length: 7 }, () => [['08:00', '21:00'] as [string, string]])
  const staff = { kind: 'freelance', account: null, information: '', jobTitle: null, photo: '', active: true } as const
  const workers: number[] = []
  for (let each = 0; each < employees; each++)
    workers.push(
      (
        await branchDesk.employees.create(project, branch, {
          ...staff,
          name: `E${each}`,
          services: [service, short],
          schedule: { week, breaks: [] },
        })
      ).id,
    )
  await worker.start()
  const asking = { project, zone: 'UTC', test: 0, now: start, clock: start }
  const by = { kind: 'system', account: null, name: '', block: null } as const
  await db.transaction(function* () {
    const [channel] = yield* settle(
      db.all(db.build.selectFrom('channels').select('key').where('project_id', '=', project).where('kind', '=', 'web')),
    )
    const client = yield* clients.findOrCreate({ project, channel: channel?.key ?? '', outsideId: 'somebody', name: '', now: start })
    const doing = { project, now: start, by, called: new Set<number>(), events: [], mails: new Set<number>() }
    for (let each = 0; each < visits; each++) {
      const day = addDaysTo('2026-03-11', Math.floor(each / employees) % (days - 1))
      const at = 8 * 60 + 80 * Math.floor(each / (employees * (days - 1)))
      yield* booking.book(doing, asking, {
        branch,
        services: [service],
        day,
        start: at,
        employee: workers[each % employees],
        draw: 0,
        source: 'bot',
        client,
      })
    }
  })
  return { project, branch, service }
}
