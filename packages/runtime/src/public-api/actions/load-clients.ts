import { isArray, isDict, toNumber, toPlain, toText, type Dict, type Value } from '@voronka/calculator'
import type { Step } from '@voronka/flow/engine'
import { definePublicAction, success, type PublicCall } from '../action.ts'
import { findOrMake } from '../clients.ts'
import type { Parameters } from '../parameters.ts'
import { clientTypes, isClientType, platformKey, type Platform } from '../platform.ts'
import { fail, required } from '../refused.ts'

const mostClients = 5000
/** So many are made in one transaction. */
const atOnce = 200

export const loadClients = definePublicAction({
  name: 'load_clients',
  needs: 'clients.write',
  async run(call) {
    const elements = elementsOf(call.params)
    if (!elements.length) throw required('clients')
    if (elements.length > mostClients) throw fail(400, `More than ${mostClients} clients`)
    const items: object[] = []
    for (let at = 0; at < elements.length; at += atOnce) {
      const some = elements.slice(at, at + atOnce)
      items.push(...(await call.installation.db.transaction(() => load(call, some))))
    }
    call.installation.search.soon()
    return { ...success, items }
  },
})

/** An array, the same as `clients`, or one bare object. */
function elementsOf(params: Parameters): readonly Value[] {
  if (params.body !== undefined && isArray(params.body)) return params.body
  const wrapped = params.list('clients')
  if (wrapped) return wrapped
  return params.get('platform_id') === undefined ? [] : [new Map(params.entries)]
}

function* load({ installation, project }: PublicCall, elements: readonly Value[]): Step<object[]> {
  const items: object[] = []
  for (const element of elements) {
    const platform = isDict(element) ? platformOf(element) : undefined
    const client = platform && (yield* findOrMake(installation, project, platform, contactOf(platform)))
    items.push(isDict(element) ? { ...echoed(element), ...outcome(client) } : { status: 'fail' })
  }
  return items
}

const outcome = (client: { id: number } | undefined) => (client ? { ...success, id: client.id } : { status: 'fail' })

const echoed = (element: Dict): object =>
  Object.fromEntries(['platform_id', 'group_id', 'client_type'].map((name) => [name, toPlain(element.get(name) ?? null)]))

function platformOf(element: Dict): Platform | undefined {
  const type = toNumber(element.get('client_type') ?? null)
  const id = toText(element.get('platform_id') ?? null).trim()
  if (typeof type !== 'number' || !isClientType(type) || id === '' || id.length > 255) return undefined
  return {
    type,
    id,
    group: toText(element.get('group_id') ?? null)
      .trim()
      .slice(0, 255),
  }
}

/** What names somebody on WhatsApp or the telephone is his number, and by e-mail his address. */
function contactOf({ type, id }: Platform): { phone?: string; email?: string } {
  const key = platformKey(type, id)
  if (type === clientTypes.email) return { email: key }
  return (type === clientTypes.whatsapp || type === clientTypes.telephony) && /^\d{11,15}$/.test(key) ? { phone: key } : {}
}
