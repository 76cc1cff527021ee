import { recall, remember } from '../app/device-memory.ts'

const prefix = 'voronka.answer.'

/** What is half written to a client, kept on this device. */
export const keptDraft = (key: string): string => recall(prefix + key) ?? ''

export const keepDraft = (key: string, text: string): void => remember(prefix + key, text || null)
