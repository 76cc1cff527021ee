import { defineConfig } from 'vite'

/** The pages are served at `/chat/<channel>` and `/book/<branch>`, their files under one fixed address, so that all of them share these. */
export default defineConfig({
  base: '/chat-assets/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: '',
    // The content security policy allows neither inline scripts nor inline styles.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      // The form for leads and the booking widget stand in pages of others, under names that stay.
      input: { index: 'index.html', book: 'book.html', 'lead-form': 'src/lead-form-main.ts', 'book-embed': 'src/embed.ts' },
      output: {
        entryFileNames: ({ name }) => (name === 'lead-form' || name === 'book-embed' ? '[name].js' : '[name]-[hash].js'),
        // It runs as an ordinary script among those of others: its names are its own.
        banner: ({ name }) => (name === 'book-embed' ? '(()=>{' : ''),
        footer: ({ name }) => (name === 'book-embed' ? '})()' : ''),
      },
    },
  },
})
