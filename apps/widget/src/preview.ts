/** A site with the chat on it, for the settings of the builder: it shows what is not saved yet, and nothing of it goes anywhere. */
import { read } from './between.ts'
import { mountLauncher } from './launcher/launcher.ts'
import { readLook } from './look/read-look.ts'
import type { Memory } from './visitor.ts'
import './preview.css'

const channel = decodeURIComponent(location.pathname.split('/')[2] ?? '')
let launcher: ReturnType<typeof mountLauncher> | undefined

/** Every preview begins anew. */
function forgetful(): Memory {
  const kept = new Map<string, string>()
  return { read: (name) => kept.get(name), write: (name, value) => void kept.set(name, value) }
}

window.addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
  if (origin !== location.origin || source !== window.parent) return
  const message = read(data)
  if (message?.type !== 'look') return
  const look = readLook(message['look'])
  document.documentElement.lang = message['language'] === 'en' ? 'en' : 'ru'
  document.documentElement.dataset['theme'] = look.theme
  launcher ??= mountLauncher({ channel, origin: location.origin, memory: forgetful(), session: forgetful(), look, query: '?preview' })
  launcher.show(look)
})
