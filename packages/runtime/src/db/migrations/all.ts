import { beginning } from './001-beginning.ts'
import { accounts } from './002-accounts.ts'
import { outbound } from './003-outbound.ts'
import { orders } from './004-orders.ts'
import { work } from './005-work.ts'
import { scale } from './006-scale.ts'
import { files } from './007-files.ts'
import { processes } from './008-processes.ts'
import { outbox } from './009-outbox.ts'
import { oneCount } from './010-one-count.ts'
import { booking } from './011-booking.ts'
import { publicApi } from './016-public-api.ts'
import { leads } from './017-leads.ts'
import { connections } from './020-connections.ts'
import { calls } from './021-calls.ts'
import { channels } from './022-channels.ts'
import { payments } from './023-payments.ts'
import { chatLook } from './024-chat-look.ts'
import { searchSources } from './030-search-sources.ts'
import { albums } from './031-albums.ts'
import { taskReminders } from './033-task-reminders.ts'
import { sendOnce } from './027-send-once.ts'
import type { Migration } from './migration.ts'

/** In order. A migration that was released is never edited. */
export const allMigrations: readonly Migration[] = [
  beginning,
  accounts,
  outbound,
  orders,
  work,
  scale,
  files,
  processes,
  outbox,
  oneCount,
  booking,
  publicApi,
  leads,
  connections,
  calls,
  channels,
  payments,
  chatLook,
  sendOnce,
  searchSources,
  albums,
  taskReminders,
]
