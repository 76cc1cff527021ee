/** The tables, as Kysely sees them, one file a room. Moments are milliseconds UTC, documents are JSON text, booleans 0 or 1. */
import type { ServerTables } from './schema/server.ts'
import type { AccountTables } from './schema/accounts.ts'
import type { ProjectTables } from './schema/projects.ts'
import type { TurnTables } from './schema/turns.ts'
import type { ConversationTables } from './schema/conversations.ts'
import type { OrderTables } from './schema/orders.ts'
import type { WorkTables } from './schema/work.ts'
import type { BroadcastTables } from './schema/broadcasts.ts'
import type { OutboundTables } from './schema/outbound.ts'
import type { BookingTables } from './schema/booking.ts'
import type { LeadTables } from './schema/leads.ts'
import type { CallTables } from './schema/calls.ts'
import type { PaymentTables } from './schema/payments.ts'

export interface Schema
  extends
    ServerTables,
    AccountTables,
    ProjectTables,
    TurnTables,
    ConversationTables,
    OrderTables,
    WorkTables,
    BroadcastTables,
    OutboundTables,
    BookingTables,
    LeadTables,
    CallTables,
    PaymentTables {}
