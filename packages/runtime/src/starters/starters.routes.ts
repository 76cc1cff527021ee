import { listStarters } from '@voronka/api'
import { starters } from '@voronka/flow/starters'
import { answer, type Route } from '../http/answer.ts'

export const starterRoutes: readonly Route[] = [
  answer(listStarters, async () => ({
    starters: starters.map(({ id, title, about, say, projects }) => ({ id, title, about, say, blocks: projects.ru.blocks.length })),
  })),
]
