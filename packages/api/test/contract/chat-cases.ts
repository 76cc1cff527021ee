/** The web chat and how it looks. */
import { channel, project, type Cases } from './case.ts'

export const chatCases: Cases = {
  openChatLook: { good: { params: channel }, bad: [[{ params: {} }, 'channel']] },
  getChatLook: { good: { params: { ...project, key: 'k' } }, bad: [[{ params: { ...project, key: 'k'.repeat(65) } }, 'key']] },
  setChatLook: {
    good: { params: { ...project, key: 'k' }, body: {} },
    bad: [
      [
        {
          params: { ...project, key: 'k' },
          body: {
            color: 'red',
            avatar: 'https://a.example/b.png',
            sites: ['https://a.example'],
            offset: { x: -1, y: 401 },
            words: { ru: { title: 'x'.repeat(81) } },
          },
        },
        'color',
        'offset.x',
        'offset.y',
        'avatar',
        'words.ru.title',
        'sites[0]',
      ],
    ],
  },
  sendChatMessage: {
    good: { params: channel, body: { visitor: 'token-12345', id: 'm1', text: 'hi' } },
    bad: [
      [{ params: channel, query: { wait: 'yes' }, body: { visitor: 'with space', id: '' } }, 'wait', 'visitor', 'id'],
      [{ params: channel, body: { visitor: 'token-12345', id: 'm', attachments: ['javascript:alert(1)'] } }, 'attachments[0]'],
    ],
  },
  getChatHistory: {
    good: { params: channel, query: { visitor: 'token-12345' } },
    bad: [[{ params: channel, query: { after: '-1' } }, 'visitor', 'after']],
  },
}
