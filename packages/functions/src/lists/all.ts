import type { FunctionDefinition } from '../define-function.ts'
import { addToList } from './add-to-list.ts'
import { addToListByListName } from './add-to-list-by-list-name.ts'
import { clearList } from './clear-list.ts'
import { clearListByListName } from './clear-list-by-list-name.ts'
import { createList } from './create-list.ts'
import { createListIfNotExist } from './create-list-if-not-exist.ts'
import { getAllClientLists } from './get-all-client-lists.ts'
import { inlist } from './inlist.ts'
import { listSize } from './list-size.ts'
import { listSizeByListName } from './list-size-by-list-name.ts'
import { listsJointCount } from './lists-joint-count.ts'
import { moveToList } from './move-to-list.ts'
import { moveToListByListName } from './move-to-list-by-list-name.ts'
import { randomListMember } from './random-list-member.ts'
import { removeFromList } from './remove-from-list.ts'
import { removeFromListByListName } from './remove-from-list-by-list-name.ts'
import { removeListFromProject } from './remove-list-from-project.ts'
import { someClientInList } from './some-client-in-list.ts'

export const listFunctions: readonly FunctionDefinition[] = [
  addToList,
  addToListByListName,
  clearList,
  clearListByListName,
  createList,
  createListIfNotExist,
  getAllClientLists,
  inlist,
  listSize,
  listSizeByListName,
  listsJointCount,
  moveToList,
  moveToListByListName,
  randomListMember,
  removeFromList,
  removeFromListByListName,
  removeListFromProject,
  someClientInList,
]
