import { fileURLToPath } from 'node:url'
import { build, defineConfig, type InlineConfig, type Plugin } from 'vite'

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The pages are served at `/chat/<channel>` and `/book/<branch>`, their files under one fixed address. */
const usual = {
  base: '/chat-assets/',
  build: {
    outDir: file('dist'),
    emptyOutDir: false,
    assetsDir: '',
    // The content security policy allows neither inline scripts nor inline styles.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
} as const

/** Every page is built by itself: what two of them share is small, and one file each comes sooner than several. */
const pages = ['book.html', 'chat-preview.html']

/** The form for leads stands in pages of others, under a name that stays. */
const form = { input: file('src/lead-form-main.ts'), output: { entryFileNames: 'lead-form.js' } }

/** Ordinary scripts that pages of others load by one line, under names that stay: what each names is its own. */
const embeds = { 'book-embed': 'src/embed.ts', 'chat-embed': 'src/launcher/main.ts' }

const buildOthers: Plugin = {
  name: 'others',
  apply: 'build',
  async closeBundle() {
    const others: InlineConfig['build'][] = [
      ...pages.map((page) => ({ rollupOptions: { input: file(page) } })),
      { rollupOptions: form },
      ...Object.entries(embeds).map(([name, entry]) => ({
        lib: { entry: file(entry), formats: ['iife' as const], name: 'voronka', fileName: () => `${name}.js` },
      })),
    ]
    for (const other of others) {
      await build({ ...usual, root: file('.'), configFile: false, logLevel: 'warn', build: { ...usual.build, ...other } })
    }
  },
}

/** Nothing is painted before the styles in front of it have come: what the page of the chat begins with stands before them. */
const stylesLast: Plugin = {
  name: 'styles-last',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace(/^( *<link rel="stylesheet".*>\n)([^]*?)(?=^ *<\/body>)/m, '$2$1'),
  },
}

export default defineConfig({
  ...usual,
  plugins: [stylesLast, buildOthers],
  build: { ...usual.build, emptyOutDir: true, rollupOptions: { input: file('index.html') } },
})
