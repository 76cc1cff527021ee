import { allFunctions } from './all-functions.ts'
import type { FunctionSignature } from '@voronka/calculator'

export { allFunctions } from './all-functions.ts'
export { catalogue, type CatalogueEntry, type CatalogueParam } from './catalogue.ts'
export type { FunctionDefinition } from './define-function.ts'
export type { Category, Example, Expected, FunctionDocs, ParamDocs } from './function-docs.ts'
export { library } from './library.ts'
export { memoryClient, memoryPorts, type Memory, type MemoryClient, type MemoryOperator } from './memory-ports.ts'
export * from './shared/booking-slots.ts'
export { isRecord, type CallReaction } from './shared/call-reactions.ts'
export { normalPhone } from './shared/normal-phone.ts'
export type {
  ClientMessage,
  ClientsPort,
  BookingFacts,
  BookingPort,
  BookingRefusal,
  ConversationPort,
  DialoguePort,
  LabelsPort,
  ListsPort,
  MaybePromise,
  OperatorFacts,
  OperatorsPort,
  NewBooking,
  NewOrder,
  OrderFacts,
  OrdersPort,
  OrderStatus,
  OutboundAnswer,
  PaymentsPort,
  OutboundRequest,
  Ports,
  RequestsPort,
  TaskFields,
  TasksPort,
  WorldPorts,
} from './ports.ts'
export { addressOf } from './ports.ts'
export { formOf, percentEncoded, withQuery } from './shared/form.ts'
export { hostOf } from './shared/host-of.ts'
export { readSaveLines, savedValues, type SaveLine } from './shared/saved-values.ts'
export type { Words } from './words.ts'

/** What the parser and the checks need to know of the library. */
export const signatures: readonly FunctionSignature[] = allFunctions
