const prefix = 'voronka.answer.'

/** What is half written to a client, kept on this device. */
export const keptDraft = (key: string): string => localStorage.getItem(prefix + key) ?? ''

export function keepDraft(key: string, text: string): void {
  if (text) localStorage.setItem(prefix + key, text)
  else localStorage.removeItem(prefix + key)
}
