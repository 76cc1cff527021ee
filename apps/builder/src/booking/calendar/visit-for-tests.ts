import type { Visit } from '@voronka/api'

/** A visit with what a test says of it. */
export const visit = (some: Partial<Visit>): Visit => ({
  id: 1,
  branch: 1,
  version: 1,
  name: 'Haircut',
  status: 'active',
  employee: { id: 1, name: 'Anna' },
  date: '2026-03-02',
  time: '10:00',
  until: '11:00',
  duration: 60,
  services: [],
  cost: 0,
  group: null,
  outsideHours: false,
  source: 'operator',
  comment: '',
  client: { id: 1, name: 'Maria', phone: '', email: '' },
  createdAt: '2026-03-01T10:00:00Z',
  ...some,
})
