import * as contract from '@voronka/api'
import type { testEventSchema } from '@voronka/api'
import type { Event } from '@voronka/flow/engine'
import type { z } from 'zod'
import { answer, type Route } from '../http/answer.ts'

/** Every endpoint of `packages/api/src/test-chat.ts`. */
export const testChatRoutes: readonly Route[] = [
  answer(contract.getTestChat, ({ projectId, person }, { testChats }) => testChats.read(projectId, person)),
  answer(contract.sendTestEvent, ({ projectId, person, ...event }, { testChats }) => testChats.send(projectId, person, toEvent(event))),
  answer(contract.restartTestChat, ({ projectId, person }, { testChats }) => testChats.restart(projectId, person)),
  answer(contract.addTestPerson, ({ projectId }, { testChats }) => testChats.add(projectId)),
  answer(contract.moveTestClock, ({ projectId, person, ...move }, { testChats }) => testChats.moveClock(projectId, person, move)),
  answer(contract.runPending, ({ projectId, person, pending }, { testChats }) => testChats.runPending(projectId, person, pending)),
  answer(contract.cancelPending, ({ projectId, person, pending }, { testChats }) => testChats.cancelPending(projectId, person, pending)),
  answer(contract.setTestVariable, ({ projectId, person, ...variable }, { testChats }) =>
    testChats.setVariable(projectId, person, variable),
  ),
]

const toEvent = (event: z.output<typeof testEventSchema>): Event => (event.kind === 'send-block' ? { ...event, by: 'test' } : event)
