/** What an address of the site asks of the chat: `#voronka-chat` or `?voronka-chat` opens it, with `=<tag>` the block that waits for that tag greets. */
export interface Called {
  /** Empty: it is only opened. */
  readonly tag: string
  /** The same address without it, so that a reload does not ask again and the same link can be pressed again. */
  readonly rest: string
}

const name = 'voronka-chat'

export function calledBy(address: string): Called | undefined {
  const url = new URL(address)
  const [mark, tag = ''] = url.hash.slice(1).split('=')
  if (mark === name) {
    url.hash = ''
    return { tag: decoded(tag), rest: url.href.replace(/#$/, '') }
  }
  const asked = url.searchParams.get(name)
  if (asked === null) return undefined
  url.searchParams.delete(name)
  return { tag: asked, rest: url.href }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
