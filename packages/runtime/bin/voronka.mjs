#!/usr/bin/env -S node --max-semi-space-size=8
/** `npx voronka <command>`: builds what is stale, then hands over to the program. What Node is given: docs/operations.md, "Memory". */
import { checkNode, ensureBuilt, ensureInstalled } from './setup.mjs'

checkNode()
ensureInstalled()
ensureBuilt('runtime', ...(process.argv[2] === 'start' ? ['builder', 'widget'] : []))
const { main } = await import('../dist/main.js')
process.exitCode = await main(process.argv.slice(2))
