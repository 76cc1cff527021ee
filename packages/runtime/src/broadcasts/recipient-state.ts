/** What became of somebody to whom a broadcast goes, as it is stored. */
export const recipientState = { waiting: 0, sent: 1, skipped: 2, failed: 3 } as const
export type RecipientState = keyof typeof recipientState
