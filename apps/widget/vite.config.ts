import { fileURLToPath } from 'node:url'
import { build, defineConfig, type Plugin } from 'vite'

const outDir = fileURLToPath(new URL('dist', import.meta.url))

/** Scripts that pages of others load by one line, under names that stay: each is whole by itself, and what it names is its own. */
const embeds = { 'book-embed': 'src/embed.ts', 'chat-embed': 'src/launcher/main.ts' }

const buildEmbeds: Plugin = {
  name: 'embeds',
  apply: 'build',
  async closeBundle() {
    for (const [name, file] of Object.entries(embeds)) {
      await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          outDir,
          emptyOutDir: false,
          lib: { entry: fileURLToPath(new URL(file, import.meta.url)), formats: ['iife'], name: 'voronka', fileName: () => `${name}.js` },
        },
      })
    }
  },
}

/** The pages are served at `/chat/<channel>` and `/book/<branch>`, their files under one fixed address, so that all of them share these. */
export default defineConfig({
  base: '/chat-assets/',
  plugins: [buildEmbeds],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: '',
    // The content security policy allows neither inline scripts nor inline styles.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      // The form for leads stands in pages of others, under a name that stays.
      input: { index: 'index.html', book: 'book.html', 'chat-preview': 'chat-preview.html', 'lead-form': 'src/lead-form-main.ts' },
      output: { entryFileNames: ({ name }) => (name === 'lead-form' ? '[name].js' : '[name]-[hash].js') },
    },
  },
})
