import { mediaHook } from './media-hook.ts'

/** A telephone's width, where the canvas opens as a list. */
export const useNarrow = mediaHook('(max-width: 639px)')
