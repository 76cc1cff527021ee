import { defineConfig } from 'vite'

/**
 * One program for Node, with what it needs from npm: opening hundreds of files at each start takes longer than all of its own work. What is loaded when
 * first needed (docs/ARCHITECTURE.md, section 1) becomes files of its own. Outside stay packages with machine code and those that only PostgreSQL needs.
 */
export default defineConfig({
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      output: {
        entryFileNames: 'main.js',
        chunkFileNames: '[name]-[hash].js',
        // Node keeps the text of what it runs in memory, two bytes a character as soon as one of them is beyond Latin-1.
        charset: 'ascii',
        comments: false,
      },
      // Commands load what they need when they run; what another part needs from the start is no fault of theirs.
      checks: { ineffectiveDynamicImport: false },
    },
  },
  ssr: { noExternal: true, external: ['better-sqlite3', '@node-rs/argon2', 'pg', 'graphile-worker'], target: 'node' },
})
