import { blockTitle, blockTypes } from '@voronka/flow'
import { definePublicAction, success } from '../action.ts'

/** The blocks that clients run; before anything is published, those of the draft. */
export const getMessages = definePublicAction({
  name: 'get_messages',
  needs: 'clients.read',
  run({ installation: { db, flows }, project }) {
    return db.transaction(function* () {
      const flow = (yield* flows.published(project)) ?? (yield* flows.draft(project))
      const language = flow?.project.settings.language ?? 'ru'
      const messages = (flow?.project.blocks ?? []).map((block) => ({
        id: block.number,
        condition: block.condition,
        answer: block.text,
        message_type: blockTypes.indexOf(block.type),
        description: blockTitle(block, language),
      }))
      return { ...success, messages }
    })
  },
})
