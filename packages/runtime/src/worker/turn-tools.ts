import type { Tools } from '@voronka/flow/engine'
import { channelKinds } from '../channels/channel-kind.ts'
import type { ClientRow } from '../clients/clients.store.ts'
import type { Channel } from './channels-cache.ts'
import { clientsPort, type AskedOfOthers } from './clients-port.ts'
import type { WorkContext } from './context.ts'
import type { RunnableFlow } from './flows.ts'
import type { TurnVariables } from './project-variables.ts'

/** What the engine gets of the world for one turn of this client. */
export function toolsFor(
  context: WorkContext,
  { project, constants }: RunnableFlow,
  { client, channel, now, nextOrder }: { client: ClientRow; channel: Channel; now: number; nextOrder: number | undefined },
  variables: TurnVariables,
  asked: AskedOfOthers,
): Tools {
  const { settings } = project
  return context.tools.forTurn({
    now,
    zone: settings.timezone,
    language: settings.language,
    random: context.random,
    ports: { clients: clientsPort(context, client, now, asked) },
    buttonsSupported: channelKinds[channel.kind].showsButtons,
    nextOrder,
    stopwatch: monotonic,
    project: {
      id: client.project_id,
      constants,
      variables: variables.store,
      pendingLimit: settings.pendingLimit,
      firstMessage: settings.firstMessage,
      unknownAnswer: settings.unknownAnswer,
      enabled: true,
    },
  })
}

const monotonic = () => performance.now()
