import type { FunctionDefinition } from '../define-function.ts'
import { addUnread } from './add-unread.ts'
import { blockClient } from './block-client.ts'
import { clearUnread } from './clear-unread.ts'
import { daysFromLastMessage } from './days-from-last-message.ts'
import { deletePendedMessages } from './delete-pended-messages.ts'
import { findClientId } from './find-client-id.ts'
import { getBindClients } from './get-bind-clients.ts'
import { getBlockNameById } from './get-block-name-by-id.ts'
import { getClientIdByPlatformId } from './get-client-id-by-platform-id.ts'
import { getClientVar } from './get-client-var.ts'
import { getClientVars } from './get-client-vars.ts'
import { getMainId } from './get-main-id.ts'
import { mergeClient } from './merge-client.ts'
import { getCurrentPiplineId } from './get-current-pipline-id.ts'
import { pauseBot } from './pause-bot.ts'
import { setClientName } from './set-client-name.ts'
import { setClientVar } from './set-client-var.ts'
import { setClientVars } from './set-client-vars.ts'
import { setNote } from './set-note.ts'
import { unblockClient } from './unblock-client.ts'
import { unmergeClient } from './unmerge-client.ts'
import { unsubscribe } from './unsubscribe.ts'
import { wasInState } from './was-in-state.ts'

export const clientFunctions: readonly FunctionDefinition[] = [
  addUnread,
  blockClient,
  clearUnread,
  daysFromLastMessage,
  deletePendedMessages,
  findClientId,
  getBindClients,
  getBlockNameById,
  getClientIdByPlatformId,
  getClientVar,
  getClientVars,
  getMainId,
  mergeClient,
  getCurrentPiplineId,
  pauseBot,
  setClientName,
  setClientVar,
  setClientVars,
  setNote,
  unblockClient,
  unmergeClient,
  unsubscribe,
  wasInState,
]
