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
  },
})
