import type { FunctionDefinition } from '../define-function.ts'
import { blockClient } from './block-client.ts'
import { daysFromLastMessage } from './days-from-last-message.ts'
import { deletePendedMessages } from './delete-pended-messages.ts'
import { getClientVar } from './get-client-var.ts'
import { getClientVars } from './get-client-vars.ts'
import { pauseBot } from './pause-bot.ts'
import { setClientName } from './set-client-name.ts'
import { setClientVar } from './set-client-var.ts'
import { setClientVars } from './set-client-vars.ts'
import { unblockClient } from './unblock-client.ts'
import { unsubscribe } from './unsubscribe.ts'
import { wasInState } from './was-in-state.ts'

export const clientFunctions: readonly FunctionDefinition[] = [
  blockClient,
  daysFromLastMessage,
  deletePendedMessages,
  getClientVar,
  getClientVars,
  pauseBot,
  setClientName,
  setClientVar,
  setClientVars,
  unblockClient,
  unsubscribe,
  wasInState,
]
