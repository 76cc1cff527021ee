import type { FunctionDefinition } from '../define-function.ts'
import { changeState } from './change-state.ts'
import { countClientOrders } from './count-client-orders.ts'
import { createOrder } from './create-order.ts'
import { deleteOrder } from './delete-order.ts'
import { getActiveOrdersIds } from './get-active-orders-ids.ts'
import { getCountOrders } from './get-count-orders.ts'
import { getFailOrdersIds } from './get-fail-orders-ids.ts'
import { getOrderIdByVarValue } from './get-order-id-by-var-value.ts'
import { getOrderId } from './get-order-id.ts'
import { getOrderVar } from './get-order-var.ts'
import { getOrderVars } from './get-order-vars.ts'
import { getStateId } from './get-state-id.ts'
import { getSuccessOrdersIds } from './get-success-orders-ids.ts'
import { latestOrderDatetime } from './latest-order-datetime.ts'
import { moveOrderToNextState } from './move-order-to-next-state.ts'
import { setOrderBudget } from './set-order-budget.ts'
import { setOrderName } from './set-order-name.ts'
import { setOrderStatusArchive } from './set-order-status-archive.ts'
import { setOrderStatusFail } from './set-order-status-fail.ts'
import { setOrderStatusSuccess } from './set-order-status-success.ts'
import { setOrderVar } from './set-order-var.ts'
import { setOrderVars } from './set-order-vars.ts'
import { switchOrder } from './switch-order.ts'

export const orderFunctions: readonly FunctionDefinition[] = [
  changeState,
  countClientOrders,
  createOrder,
  deleteOrder,
  getActiveOrdersIds,
  getCountOrders,
  getFailOrdersIds,
  getOrderId,
  getOrderIdByVarValue,
  getOrderVar,
  getOrderVars,
  getStateId,
  getSuccessOrdersIds,
  latestOrderDatetime,
  moveOrderToNextState,
  setOrderBudget,
  setOrderName,
  setOrderStatusArchive,
  setOrderStatusFail,
  setOrderStatusSuccess,
  setOrderVar,
  setOrderVars,
  switchOrder,
]
