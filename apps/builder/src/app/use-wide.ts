import { mediaHook } from './media-hook.ts'

/** There is room for two panels beside what they are about. */
export const useWide = mediaHook('(min-width: 1200px)')
