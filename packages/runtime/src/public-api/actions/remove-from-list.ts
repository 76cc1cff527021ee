import { definePublicAction } from '../action.ts'
import { changeList } from '../change-list.ts'

export const removeFromList = definePublicAction({
  name: 'remove_from_list',
  needs: 'clients.write',
  run: (call) => changeList(call, 'remove'),
})
