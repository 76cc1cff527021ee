import { defineConfig } from 'vite'

/** One bundle of our own code for Node; what comes from npm stays in node_modules. */
export default defineConfig({
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rollupOptions: { output: { entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' } },
  },
  ssr: { noExternal: [/^@voronka\//], target: 'node' },
})
