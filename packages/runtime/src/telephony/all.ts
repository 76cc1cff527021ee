import { mockCalls } from './mock-calls.ts'
import type { TelephonyProvider } from './provider.ts'
import { zvonobot } from './zvonobot.ts'

/** Whoever can call for a project: one file each, and a line here. */
export const telephonyProviders: readonly TelephonyProvider[] = [zvonobot, mockCalls]
