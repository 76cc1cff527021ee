import { readAllowedHost } from '../egress/allow-list.ts'
import { createEgress, type Egress } from '../egress/egress.ts'
import type { Settings } from '../config/settings.ts'
import { error, ok, warning, type Examination, type Outcome } from './finding.ts'

/** Whether visitors come through to the web chats, which lie at the address of the server. */
export const reachExaminations: readonly Examination[] = [{ name: 'channels', of: 'any', look: ({ settings }) => channels(settings) }]

async function channels(settings: Settings): Promise<Outcome> {
  const egress = createEgress()
  try {
    const own = ownAddress(settings)
    // Behind TLS of its own it answers by the name in its certificate only.
    const runs = settings.tlsCert !== '' || (await says(egress, own)) === 'ours'
    if (!runs) return ok(`The server does not answer at ${own}: while it does not run, nobody can reach its web chats.`)
    if (settings.publicUrl === '') return ok(`The web chats are reached at ${own}.`)
    return reached(settings.publicUrl, await says(egress, settings.publicUrl))
  } finally {
    await egress.close()
  }
}

function reached(url: string, who: 'ours' | 'others' | 'nobody'): Outcome {
  if (who === 'ours') return ok(`The web chats are reached at ${url}.`)
  if (who === 'others')
    return error(`Something else than Voronka answers at ${url}.`, 'Let the proxy in front hand on every path of that name to Voronka.')
  return warning(
    `The server runs, but from this machine nothing answers at ${url}.`,
    'Look whether the proxy in front runs, whether the name points to it and its certificate is valid, and try from elsewhere: some networks cannot reach their own address from inside.',
  )
}

function ownAddress({ host, port, tlsCert }: Settings): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return `${tlsCert === '' ? 'http' : 'https'}://${name}:${port}`
}

/** The address comes from the settings, so it may be a private one. */
async function says(egress: Egress, base: string): Promise<'ours' | 'others' | 'nobody'> {
  const url = new URL('/health', base)
  const allowed = readAllowedHost(url.hostname)
  const answer = await egress.send({
    method: 'GET',
    url: url.href,
    headers: [],
    body: null,
    timeoutMs: 5000,
    followRedirects: false,
    allowed: allowed ? [allowed] : [],
  })
  if (answer.failure !== undefined) return 'nobody'
  return answer.status === 200 && /"version":.*"storage":/.test(answer.body) ? 'ours' : 'others'
}
