import { definePublicAction } from '../action.ts'
import { changeList } from '../change-list.ts'

export const addToList = definePublicAction({ name: 'add_to_list', needs: 'clients.write', run: (call) => changeList(call, 'add') })
