import type { PublicAction } from '../action.ts'
import { addToList } from './add-to-list.ts'
import { assignToUser } from './assign-to-user.ts'
import { broadcast } from './broadcast.ts'
import { callback } from './callback.ts'
import { checkInstaSubscription } from './check-insta-subscription.ts'
import { checkWhatsapp } from './check-whatsapp.ts'
import { clearHistory } from './clear-history.ts'
import { connectedChannels } from './connected-channels.ts'
import { createOrder } from './create-order.ts'
import { deleteClients } from './delete-clients.ts'
import { emailCallback } from './email-callback.ts'
import { findAllClientIdBySeveralVars } from './find-all-client-id-by-several-vars.ts'
import { findAllClientIdByVar } from './find-all-client-id-by-var.ts'
import { findClientIdByEmail } from './find-client-id-by-email.ts'
import { findClientIdByPhone } from './find-client-id-by-phone.ts'
import { findClientIdByPlatformId } from './find-client-id-by-platform-id.ts'
import { findClientIdByVar } from './find-client-id-by-var.ts'
import { findClients } from './find-clients.ts'
import { findLatestClientIdByVar } from './find-latest-client-id-by-var.ts'
import { getClients } from './get-clients.ts'
import { getCurrentOrderId } from './get-current-order-id.ts'
import { getHistory } from './get-history.ts'
import { getMessages } from './get-messages.ts'
import { getOrderState } from './get-order-state.ts'
import { getOrderVars } from './get-order-vars.ts'
import { getOrders } from './get-orders.ts'
import { getVariables } from './get-variables.ts'
import { loadClients } from './load-clients.ts'
import { message } from './message.ts'
import { moveOrderToNextState } from './move-order-to-next-state.ts'
import { okCallback } from './ok-callback.ts'
import { onlineChatClientId } from './online-chat-client-id.ts'
import { removeFromList } from './remove-from-list.ts'
import { saveVariables } from './save-variables.ts'
import { sendCallbackByPlatformId } from './send-callback-by-platform-id.ts'
import { setOrderState } from './set-order-state.ts'
import { setOrderVars } from './set-order-vars.ts'
import { tgCallback } from './tg-callback.ts'
import { vkCallback } from './vk-callback.ts'
import { vkSubscribers } from './vk-subscribers.ts'
import { whatsappCallback } from './whatsapp-callback.ts'
import { whatsappClientId } from './whatsapp-client-id.ts'
import { whatsappMessage } from './whatsapp-message.ts'

/** Every action of `/api/<key>/<action>` (http-api, sections 2 to 8). */
export const allActions: readonly PublicAction[] = [
  addToList,
  assignToUser,
  broadcast,
  callback,
  checkInstaSubscription,
  checkWhatsapp,
  clearHistory,
  connectedChannels,
  createOrder,
  deleteClients,
  emailCallback,
  findAllClientIdBySeveralVars,
  findAllClientIdByVar,
  findClientIdByEmail,
  findClientIdByPhone,
  findClientIdByPlatformId,
  findClientIdByVar,
  findClients,
  findLatestClientIdByVar,
  getClients,
  getCurrentOrderId,
  getHistory,
  getMessages,
  getOrderState,
  getOrderVars,
  getOrders,
  getVariables,
  loadClients,
  message,
  moveOrderToNextState,
  okCallback,
  onlineChatClientId,
  removeFromList,
  saveVariables,
  sendCallbackByPlatformId,
  setOrderState,
  setOrderVars,
  tgCallback,
  vkCallback,
  vkSubscribers,
  whatsappCallback,
  whatsappClientId,
  whatsappMessage,
]
