import type { Setting } from '@voronka/api'
import { readCalls } from './call-reports.ts'
import type { TelephonyProvider } from './provider.ts'

/**
 * Takes every call and calls nobody (telephony, section 1). What it tells is worked out from the moment of the call and the settings when that is due, so
 * nothing is lost by a restart, and is read like what the vendor tells.
 */
export const mockCalls: TelephonyProvider = {
  kind: 'mock-calls',

  check: async () => ({ ok: true, reason: '', facts: {} }),

  create: async (_line, { number }) => ({ started: true, id: String(number) }),

  looks: ({ settings }) => [delayOf(settings)],

  look: async ({ settings }, calls) =>
    readCalls(calls.map(({ id, phone, createdAt }) => ({ id, phone, calls: attemptsOf(settings, createdAt) }))),
}

const delayOf = (settings: Readonly<Record<string, Setting>>): number => Number(settings['delay'] ?? 0) * 1000

function attemptsOf(settings: Readonly<Record<string, Setting>>, createdAt: number): object[] {
  const { outcome, talk, digit } = settings
  if (outcome === 'canceled') return []
  const finishedAt = (createdAt + delayOf(settings)) / 1000
  const answered = outcome === 'answered'
  return [
    {
      startedAt: createdAt / 1000,
      answeredAt: answered ? finishedAt - Number(talk ?? 0) : null,
      finishedAt,
      cost: '0.00',
      ivrDigit: answered ? digit : null,
      status: 'mock',
    },
  ]
}
