import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const words = z.object({ ru: z.string(), en: z.string() })

export const listStarters = endpoint({
  name: 'listStarters',
  method: 'get',
  path: '/api/starters',
  access: 'person',
  tag: 'Starters',
  summary: 'Ready projects to begin with.',
  output: z.object({ starters: z.array(z.object({ id: z.string(), title: words, about: words, say: words, blocks: z.int() })) }),
})
