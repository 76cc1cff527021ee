/** The salon to begin with, on a busy day of next week, for pictures. */
import { getBranch, listBranches } from '@voronka/api'
import { makeExample } from './projects.ts'
import type { Server } from './server.ts'

/** By employee: when, what, who. */
const visits: Readonly<Record<string, readonly (readonly [time: string, service: string, client: string])[]>> = {
  Anna: [
    ['10:00', "Women's haircut", 'Emma Wilson'],
    ['11:30', "Women's haircut", 'Sofia Marino'],
    ['13:00', "Men's haircut", 'Lucas Ferreira'],
    ['15:30', "Women's haircut", 'Hannah Weiss'],
    ['17:00', "Women's haircut", 'Clara Jensen'],
  ],
  Paul: [
    ['10:30', "Men's haircut", 'Daniel Novak'],
    ['12:00', "Men's haircut", 'Oliver Grant'],
    ['13:00', "Men's haircut", 'Theo Martin'],
    ['16:00', "Men's haircut", 'Hugo Blanc'],
    ['17:30', "Men's haircut", 'Samuel Okoye'],
  ],
  Victoria: [
    ['10:00', 'Manicure', 'Marta Lindqvist'],
    ['12:00', 'Pedicure', 'Irene Costa'],
    ['15:00', 'Manicure', 'Julia Brandt'],
    ['17:00', 'Manicure', 'Nora Quinn'],
  ],
}

export interface Salon {
  readonly project: number
  /** The day that is busy. */
  readonly day: string
}

export async function makeSalon(server: Server): Promise<Salon> {
  const project = await makeExample(server, 'salon-booking', 'en')
  const path = `/api/projects/${project}/booking/branches`
  const [first] = listBranches.output.parse(await server.api('GET', path)).branches
  if (!first) throw new Error('The salon has no branch.')
  const { employees, services } = getBranch.output.parse(await server.api('GET', `${path}/${first.id}`))
  const colors = ['#2f6fed', '#0f9f8f', '#d9570a', '#8e4ec6']
  for (const [at, { id }] of services.entries())
    await server.api('PATCH', `/api/projects/${project}/booking/services/${id}`, { color: colors[at] })
  await server.api('PUT', `/api/projects/${project}/operators/me/status`, { status: 'shift' })
  const day = nextWednesday()
  let clients = 0
  for (const employee of employees)
    for (const [time, service, clientName] of visits[employee.name] ?? []) {
      const phone = `+1 202 555 ${1000 + (clients += 1)}`
      const chosen = services.filter(({ title }) => title === service).map(({ id }) => id)
      await server.api('POST', `${path}/${first.id}/visits`, {
        date: day,
        time,
        services: chosen,
        employee: employee.id,
        clientName,
        phone,
      })
    }
  return { project, day }
}

function nextWednesday(): string {
  const day = new Date()
  day.setUTCDate(day.getUTCDate() + ((10 - day.getUTCDay()) % 7 || 7))
  return day.toISOString().slice(0, 10)
}
