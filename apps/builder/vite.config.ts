import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// The host stays the page's own: the runtime answers only pages that come from the address they call.
const runtime = { target: process.env.VORONKA_URL ?? 'http://127.0.0.1:3000', changeOrigin: false }

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), tailwindcss(), noCircles()],
  // Schemas are made when they are first used: making all of them would keep every page from its first screen.
  resolve: { alias: [{ find: /^zod$/, replacement: fileURLToPath(new URL('src/app/lazy-zod.ts', import.meta.url)) }] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        // Left to itself the bundler makes a file of each icon and hook that two screens share: a hundred to ask for before anything is seen.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 2 },
            { name: 'icons', test: /lucide-react/ },
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 20_000 },
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
