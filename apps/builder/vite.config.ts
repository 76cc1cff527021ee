import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

// The host stays the page's own: the runtime answers only pages that come from the address they call.
const runtime = { target: process.env.VORONKA_URL ?? 'http://127.0.0.1:3000', changeOrigin: false }

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), tailwindcss(), noCircles(), firstSteps()],
  // Schemas are made when they are first used: making all of them would keep every page from its first screen.
  resolve: { alias: [{ find: /^zod$/, replacement: fileURLToPath(new URL('src/app/lazy-zod.ts', import.meta.url)) }] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/start-[hash].js',
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        // Left to itself the bundler makes a file of each icon and hook that two screens share: a hundred to ask for before anything is seen.
        codeSplitting: {
          groups: [
            // What runs before everything else (src/app/first-steps.ts) waits for nothing else.
            { name: 'first', test: /app\/(first-steps|screen-modules|preferred-language|device-memory)\.ts$/, priority: 3 },
            { name: 'start', tags: ['$initial'], priority: 2 },
            { name: 'icons', test: /lucide-react/ },
            // Big, and only of some screens: small things that others share with those are not to be put into one file with them.
            { name: 'canvas', test: /node_modules\/(@xyflow|reactflow|d3-[a-z]+)\// },
            { name: 'language', test: /node_modules\/(re2js|luxon|@noble)\/|packages\/functions\/src\/[a-z]+\// },
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 1_000 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': runtime, '/chat': runtime, '/health': runtime },
  },
})

/**
 * Fails the build when files of it import each other in a circle: what one of them uses while it is loaded may then not be there yet, depending on the
 * screen that is opened first. Another grouping of `codeSplitting` mends it.
 */
function noCircles(): Plugin {
  return {
    name: 'no-circles',
    generateBundle(_options, bundle) {
      const done = new Set<string>()
      const visit = (file: string, way: readonly string[]): void => {
        if (way.includes(file)) this.error(`Files of the build import each other: ${[...way.slice(way.indexOf(file)), file].join(' -> ')}`)
        if (done.has(file)) return
        const chunk = bundle[file]
        if (chunk?.type === 'chunk') for (const next of chunk.imports) visit(next, [...way, file])
        done.add(file)
      }
      for (const file of Object.keys(bundle)) visit(file, [])
    },
  }
}

/** Puts the first script into the page (src/app/first-steps.ts), and before it what it has to know: which files each module takes that is loaded when needed. */
function firstSteps(): Plugin {
  const source = fileURLToPath(new URL('src/', import.meta.url))
  return {
    name: 'first-steps',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
        const first = chunks.find(({ name }) => name === 'first')
        if (!first) throw new Error('The first script is not in the build.')
        const begun = new Set(chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName }) => filesOf(fileName, bundle)))
        const later = chunks.filter(({ fileName }) => !begun.has(fileName))
        const files = [...new Set(later.flatMap(({ fileName }) => filesOf(fileName, bundle)))].filter((file) => !begun.has(file))
        const modules = later.flatMap(({ moduleIds, fileName }) => {
          const taken = filesOf(fileName, bundle).flatMap((file) => (begun.has(file) ? [] : [files.indexOf(file)]))
          const names = moduleIds.filter((id) => id.startsWith(source)).map((id) => id.slice(source.length))
          return names.filter((name) => opened.test(name)).map((name) => [name.replace(/(\/index)?\.tsx?$/, ''), taken])
        })
        const children = JSON.stringify({ files, modules: Object.fromEntries(modules) })
        return [
          { tag: 'script', attrs: { type: 'application/json', id: 'module-files' }, children, injectTo: 'head' },
          { tag: 'script', attrs: { type: 'module', async: true, src: `/${first.fileName}` }, injectTo: 'head' },
        ]
      },
    },
  }
}

/** What an address can open: screens, and the texts of a language. */
const opened = /^([\w-]+\/index|app\/(EditorScreens|FunnelPage)|locales\/(ru|en))\.tsx?$/

/** A file of the build, and all that is loaded with it. */
function filesOf(file: string, bundle: Rolldown.OutputBundle, found = new Set<string>()): string[] {
  const chunk = bundle[file]
  if (!found.has(file) && chunk?.type === 'chunk') {
    found.add(file)
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
    for (const next of chunk.imports) filesOf(next, bundle, found)
  }
  return [...found]
}
