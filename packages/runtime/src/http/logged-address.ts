/** The address of a request as the log may show it: what names somebody or lets him in - keys in the path, tokens in the query - is left out. */
export function loggedAddress(url: string): string {
  const at = url.indexOf('?')
  const path = (at < 0 ? url : url.slice(0, at)).split('/').map((part) => (isSecret(part) ? hidden(part) : part))
  if (at < 0) return path.join('/')
  const query = url
    .slice(at + 1)
    .split('&')
    .map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      return secretNames.test(name) || isSecret(value) ? `${name}=${hidden(value)}` : pair
    })
  return `${path.join('/')}?${query.join('&')}`
}

const secretNames = /^(visitor|key|token|secret|password|api_?key)$/i

/** Long and random: names of ours are words, and files have an ending. */
const isSecret = (text: string): boolean => text.length >= 20 && /^[\w~%-]+$/.test(text) && /[0-9A-Z]/.test(text)

const hidden = (text: string): string => `${text.slice(0, 4)}…`
