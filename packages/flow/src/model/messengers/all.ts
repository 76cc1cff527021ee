import type { MessengerLimits } from './messenger-limits.ts'
import { telegram } from './telegram.ts'

/** What each messenger can carry: one file a messenger, and a line here. */
export const messengerLimits: readonly MessengerLimits[] = [telegram]
