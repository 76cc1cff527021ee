import { defineConfig } from 'vite'

/** The page is served at `/chat/<channel>`, its files under one fixed address, so that every channel shares them. */
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
      // The form for leads stands in pages of others, under a name that stays.
      input: { index: 'index.html', 'lead-form': 'src/lead-form-main.ts' },
      output: { entryFileNames: ({ name }) => (name === 'lead-form' ? '[name].js' : '[name]-[hash].js') },
    },
  },
})
