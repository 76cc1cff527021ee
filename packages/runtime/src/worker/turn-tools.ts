import type { Tools } from '@voronka/flow/engine'
import type { OutboundRequest } from '@voronka/functions'
import { portOf } from '../channels/all.ts'
import { channelKinds } from '../channels/channel-kind.ts'
import { processorTime } from '../processor-clock.ts'
import type { Channel } from './channels-cache.ts'
import type { WorkContext } from './context.ts'
import type { TurnJournal } from './journal/turn-journal.ts'
import type { TurnVariables } from './project-variables.ts'
import type { Running } from './running-client.ts'
import { worldPorts } from './world-ports.ts'

interface TurnFacts {
  readonly channel: Channel
  readonly nextOrder: number | undefined
  readonly apiKey: string
  readonly mainClient: number | undefined
}

/** What the engine gets of the world for one turn of this client. */
export function toolsFor(
  context: WorkContext,
  running: Running,
  { channel, nextOrder, apiKey, mainClient }: TurnFacts,
  variables: TurnVariables,
  journal?: TurnJournal,
): Tools {
  const { client, now } = running
  const { project, constants } = running.flow
  const { settings } = project
  const ports = worldPorts(context, running)
  return context.tools.forTurn({
    now,
    zone: settings.timezone,
    language: settings.language,
    random: journal ? () => journal.random(context.random) : context.random,
    ports: journal ? journal.ports(ports) : ports,
    ...(journal && { call: (request, session) => journal.call(byOwnAccount(request, channel), session) }),
    buttonsSupported: (portOf(channel.outside?.messenger) ?? channelKinds[channel.kind]).showsButtons,
    nextOrder,
    mainClient,
    stopwatch: journal?.stopwatch ?? processorTime,
    project: {
      id: client.project_id,
      constants,
      variables: variables.store,
      pendingLimit: settings.pendingLimit,
      firstMessage: settings.firstMessage,
      unknownAnswer: settings.unknownAnswer,
      enabled: true,
      apiKey,
    },
  })
}

/** What a script asks of a messenger is asked by the account that its client writes to. */
const byOwnAccount = (request: OutboundRequest, { outside, name }: Channel): OutboundRequest =>
  outside && request.through === outside.messenger ? { ...request, account: name } : request
