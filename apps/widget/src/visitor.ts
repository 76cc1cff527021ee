/** Who talks: the random token that names a person, kept on the device for each channel, and what the link said of him. */
export interface Visitor {
  readonly token: string
  readonly name: string | undefined
  readonly tag: string | undefined
  /** What the site around says of him. */
  readonly about?: About
}

/** By the names of variables. */
export type About = Readonly<Record<string, string | number | boolean>>

/** `?name=` and `?tag=` of the page's address are taken over and remembered, so that a reload without them loses nothing. */
export function openVisitor(channel: string, search: string, memory: Memory): Visitor {
  const asked = new URLSearchParams(search)
  const keep = (what: 'name' | 'tag') => {
    const given = asked.get(what)?.slice(0, 255)
    if (given) memory.write(key(channel, what), given)
    return given || memory.read(key(channel, what)) || undefined
  }
  return { token: token(channel, memory), name: keep('name'), tag: keep('tag') }
}

function token(channel: string, memory: Memory): string {
  const known = memory.read(key(channel, 'visitor'))
  if (known && /^[A-Za-z0-9_-]{8,128}$/.test(known)) return known
  const made = randomId()
  memory.write(key(channel, 'visitor'), made)
  return made
}

export const key = (channel: string, what: string): string => `voronka-chat:${channel}:${what}`

/** 192 random bits as letters and digits: nobody guesses another person's token. `crypto.randomUUID` does not exist on plain http. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export interface Memory {
  read(key: string): string | undefined
  /** The empty text forgets. */
  write(key: string, value: string): void
}

/** The browser's storage; where it is switched off or full, what is written lives as long as the page. */
export function pageMemory(storage: () => Storage): Memory {
  const fallback = new Map<string, string>()
  return {
    read(name) {
      try {
        return storage().getItem(name) ?? fallback.get(name)
      } catch {
        return fallback.get(name)
      }
    },
    write(name, value) {
      fallback.set(name, value)
      try {
        if (value) storage().setItem(name, value)
        else storage().removeItem(name)
      } catch {
        // Kept in the fallback.
      }
    },
  }
}
