import { defineConfig } from 'vite'

/** One bundle of our own code for Node. What comes from npm stays in node_modules, but for what would be hundreds of files to open at each start. */
export default defineConfig({
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      output: { entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' },
      // Commands load what they need when they run; what another part needs from the start is no fault of theirs.
      checks: { ineffectiveDynamicImport: false },
    },
  },
  ssr: { noExternal: [/^@voronka\//, 'kysely', 'zod'], target: 'node' },
})
