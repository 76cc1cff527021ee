/**
 * The first script of a page, small and by itself: while the big one is still being read, the code of the screen that the address names and the texts in
 * which it will be shown are on their way. Which files those are, the build writes into the page (vite.config.ts); without that, as while developing,
 * everything comes when it is first needed.
 */
import { preferredLanguage } from './preferred-language.ts'
import { screenModules } from './screen-modules.ts'

/** Names of files, and for every module that is loaded when it is needed the indexes of those it takes. */
interface ModuleFiles {
  readonly files: readonly string[]
  readonly modules: Readonly<Record<string, readonly number[]>>
}

const { files, modules }: ModuleFiles = JSON.parse(document.getElementById('module-files')?.textContent ?? '{"files":[],"modules":{}}')
const needed = [...screenModules(location.pathname), `locales/${preferredLanguage()}`].flatMap((name) => modules[name] ?? [])
for (const index of new Set(needed)) preload(`/${files[index]}`)

function preload(href: string): void {
  const isStyle = href.endsWith('.css')
  document.head.append(
    Object.assign(document.createElement('link'), {
      rel: isStyle ? 'preload' : 'modulepreload',
      ...(isStyle && { as: 'style' }),
      crossOrigin: '',
      href,
    }),
  )
}
