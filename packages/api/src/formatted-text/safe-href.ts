const allowed = /^(?:https?:\/\/[^/]|mailto:[^/]|tel:[^/]|tg:\/\/)/i
const domain = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?:[/?#:]|$)/u

/** The address if a message may link to it: http, https, mailto, tel, tg; a bare `example.com/…` gets `https://`. Anything else: undefined. */
export function safeHref(address: string): string | undefined {
  const href = address.trim()
  // Browsers skip line feeds and tabs inside an address, so `java\nscript:` must not get by.
  if (hasSpaceOrControl(href)) return undefined
  if (allowed.test(href)) return href
  return domain.test(href) ? `https://${href}` : undefined
}

function hasSpaceOrControl(text: string): boolean {
  return /[\s\p{Cc}\p{Cf}]/u.test(text)
}
