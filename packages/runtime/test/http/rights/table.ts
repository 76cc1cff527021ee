import { rights, sections, type Level, type Right, type Section } from '@voronka/api'

/** What a route asks of its caller, as it is written in the table. */
export interface Row {
  readonly route: string
  readonly needs: Needs
  /** Whether the fixed roles are let through. */
  readonly roles: Readonly<Record<'owner' | 'administrator' | 'editor' | 'operator', boolean>>
}

export type Needs =
  | { readonly who: 'anybody' | 'person' | 'member' | 'editing' | 'owner' | 'installation' }
  | {
      readonly who: 'role'
      readonly section: Section
      readonly level: Exclude<Level, 'none'>
      readonly right: Right | undefined
      /** Never with an API key, whatever its scopes. */
      readonly personOnly: boolean
    }

/**
 * Who may call what, written down by hand and not taken from the code (reliability-promises, P8.1, P8.2): the name of each route; what it needs - `anybody`,
 * a `person` who is signed in, a `member` of the project, one who may be `editing` any part of it, its `owner`, an owner of the `installation`, or a section with a level, perhaps with a switch of
 * the role, perhaps a `person` and no key -; and whether owner, administrator, editor and operator have that.
 */
const written = `
uploadFile                  editing                                     + + + +
uploadChatFile              anybody                                     + + + +
getSetup                    anybody                                     + + + +
setUp                       anybody                                     + + + +
signIn                      anybody                                     + + + +
signOut                     person                                      + + + +
whoAmI                      person                                      + + + +
updateProfile               person                                      + + + +
changePassword              person                                      + + + +
listSessions                person                                      + + + +
endSession                  person                                      + + + +
signOutEverywhere           person                                      + + + +
beginSecondFactor           person                                      + + + +
confirmSecondFactor         person                                      + + + +
renewRecoveryCodes          person                                      + + + +
disableSecondFactor         person                                      + + + +
lookAtPasswordReset         anybody                                     + + + +
resetPassword               anybody                                     + + + +
listAccounts                installation                                . . . .
updateAccount               installation                                . . . .
listMembers                 employees view                              + + . .
updateMember                employees edit person                       + + . .
removeMember                employees edit person                       + + . .
passOwnership               owner                                       + . . .
listInvitations             employees view                              + + . .
createInvitation            employees edit person                       + + . .
revokeInvitation            employees edit person                       + + . .
lookAtInvitation            anybody                                     + + + +
acceptInvitation            person                                      + + + +
registerByInvitation        anybody                                     + + + +
listRoles                   employees view                              + + . .
createRole                  employees edit person                       + + . .
updateRole                  employees edit person                       + + . .
deleteRole                  employees edit person                       + + . .
listApiKeys                 settings view                               + + . .
createApiKey                settings edit person                        + + . .
renameApiKey                settings edit person                        + + . .
revokeApiKey                settings edit person                        + + . .
listPublicKeys              settings view                               + + . .
createPublicKey             settings edit person                        + + . .
updatePublicKey             settings edit person                        + + . .
deletePublicKey             settings edit person                        + + . .
listLeads                   leads view                                  + + + +
countLeads                  leads view                                  + + + +
getLead                     leads view                                  + + + +
takeLead                    leads edit person                           + + + .
assignLead                  leads edit                                  + + + .
closeLead                   leads edit                                  + + + .
reopenLead                  leads edit                                  + + + .
processLead                 leads edit                                  + + + .
getLeadSettings             leads view                                  + + + +
setLeadSettings             settings edit                               + + . .
renewLeadKey                settings edit person                        + + . .
renewLeadForm               settings edit person                        + + . .
listLeadSources             leads view                                  + + + +
createLeadSource            leads edit                                  + + + .
renameLeadSource            leads edit                                  + + + .
deleteLeadSource            leads edit                                  + + + .
listLeadPartners            leads view                                  + + + +
createLeadPartner           leads edit                                  + + + .
deleteLeadPartner           leads edit                                  + + + .
searchAuditLog              settings view                               + + . .
searchInstallationAuditLog  installation                                . . . .
listProjects                person                                      + + + +
createProject               installation                                . . . .
getProject                  member                                      + + + +
deleteProject               owner                                       + . . .
restoreProject              owner                                       + . . .
getDraft                    funnel view                                 + + + .
editDraft                   funnel edit                                 + + + .
downloadFile                funnel view                                 + + + .
importCrm                   settings edit                               + + . .
publishDraft                funnel edit                                 + + + .
listVersions                funnel view                                 + + + .
getVersion                  funnel view                                 + + + .
restoreVersion              funnel edit                                 + + + .
listProjectVariables        settings view                               + + . .
setProjectVariable          settings edit                               + + . .
listChannels                member                                      + + + +
updateChannel               settings edit                               + + . .
listLog                     funnel view                                 + + + .
getRetention                settings view                               + + . .
setRetention                settings edit                               + + . .
tryRequest                  funnel edit                                 + + + .
getAllowedHosts             settings view                               + + . .
setAllowedHosts             installation                                . . . .
listWebhooks                settings view                               + + . .
listConnections             settings view                               + + . .
createConnection            settings edit                               + + . .
changeConnection            settings edit                               + + . .
checkConnection             settings edit                               + + . .
removeConnection            settings edit                               + + . .
listCalls                   calls view                                  + + + +
getMyCallWay                member                                      + + + +
callClient                  clients edit clients.interact person        + + + +
listStoppedNumbers          calls view                                  + + + +
addStoppedNumber            calls edit                                  + + + +
removeStoppedNumber         calls edit                                  + + + +
listDeliveries              settings view                               + + . .
getDelivery                 settings view                               + + . .
createWebhook               settings edit                               + + . .
changeWebhook               settings edit                               + + . .
renewWebhookSecret          settings edit                               + + . .
removeWebhook               settings edit                               + + . .
resendDelivery              settings edit                               + + . .
resendDead                  settings edit                               + + . .
listStarters                person                                      + + + +
getTestChat                 funnel view                                 + + + .
sendTestEvent               funnel edit                                 + + + .
restartTestChat             funnel edit                                 + + + .
addTestPerson               funnel edit                                 + + + .
moveTestClock               funnel edit                                 + + + .
runPending                  funnel edit                                 + + + .
cancelPending               funnel edit                                 + + + .
setTestVariable             funnel edit                                 + + + .
getChatLook                 settings view                               + + . .
setChatLook                 settings edit                               + + . .
openChatLook                anybody                                     + + + +
sendChatMessage             anybody                                     + + + +
getChatHistory              anybody                                     + + + +
listDialogues               clients view                                + + + +
countDialogues              clients view                                + + + +
readAllDialogues            clients edit clients.interact               + + + +
listClientChannels          member                                      + + + +
getClient                   clients view                                + + + +
updateClient                clients edit clients.interact               + + + +
assignClient                clients edit clients.interact               + + + +
setClientVariable           clients edit variables.seeClient            + + + +
changeClientLists           clients edit clients.interact               + + + +
changeClientLabels          clients edit clients.interact               + + + +
listMessages                clients view                                + + + +
sendToClient                clients edit clients.interact               + + + +
sendBlockToClient           clients edit clients.interact               + + + +
noteWriting                 clients edit clients.interact               + + + +
addComment                  clients edit clients.interact               + + + +
updateMessage               clients edit clients.interact               + + + +
deleteMessage               clients edit clients.interact               + + + +
resendMessage               clients edit clients.interact               + + + +
movePlanned                 clients edit clients.interact               + + + +
sendPlanned                 clients edit clients.interact               + + + +
cancelPlanned               clients edit clients.interact               + + + +
getClientTurn               clients view                                + + + +
deleteClient                clients edit clients.delete                 + + . .
mergeClient                 clients edit clients.interact               + + + +
unmergeClient               clients edit clients.interact               + + + +
exportClient                clients view clients.exportCsv              + + + +
listQuickReplies            clients view                                + + + +
createQuickReply            clients edit clients.interact               + + + +
updateQuickReply            clients edit clients.interact               + + + +
deleteQuickReply            clients edit clients.interact               + + + +
listOperators               member                                      + + + +
setMyStatus                 member                                      + + + +
setOperatorStatus           employees edit                              + + . .
listShifts                  employees view                              + + . .
getDistribution             member                                      + + + +
setDistribution             employees edit                              + + . .
clearBindings               employees edit                              + + . .
listNotifications           member                                      + + + +
readNotifications           member                                      + + + +
listTasks                   tasks view                                  + + + +
getTask                     tasks view                                  + + + +
createTask                  tasks edit                                  + + + +
updateTask                  tasks edit                                  + + + +
deleteTask                  tasks edit                                  + + + +
countTasks                  tasks view                                  + + + +
taskBadges                  tasks view                                  + + + +
listTaskColumns             tasks view                                  + + + +
createTaskColumn            tasks edit                                  + + + +
updateTaskColumn            tasks edit                                  + + + +
orderTaskColumns            tasks edit                                  + + + +
deleteTaskColumn            tasks edit                                  + + + +
getWorkCallbacks            settings view                               + + . .
setWorkCallbacks            settings edit                               + + . .
listLists                   clients view                                + + + +
createList                  lists edit                                  + + + +
updateList                  lists edit                                  + + + +
deleteList                  lists edit                                  + + + +
previewListMembers          lists edit                                  + + + +
changeListMembers           lists edit                                  + + + +
importListMembers           lists edit                                  + + + +
exportListMembers           lists view clients.exportCsv                + + + +
deleteListMembers           lists edit clients.delete                   + + . .
listLabels                  clients view                                + + + +
createLabel                 lists edit                                  + + + +
updateLabel                 lists edit                                  + + + +
deleteLabel                 lists edit                                  + + + +
listBroadcasts              broadcasts view                             + + + +
getBroadcast                broadcasts view                             + + + +
createBroadcast             broadcasts edit                             + + + +
updateBroadcast             broadcasts edit                             + + + +
deleteBroadcast             broadcasts edit                             + + + +
previewAudience             broadcasts view                             + + + +
previewBroadcast            broadcasts view                             + + + +
testBroadcast               broadcasts edit                             + + + +
startBroadcast              broadcasts edit                             + + + +
controlBroadcast            broadcasts edit                             + + + +
listRecipients              broadcasts view                             + + + +
listPipelines               orders view                                 + + + +
createPipeline              settings edit                               + + . .
changePipeline              settings edit                               + + . .
deletePipeline              settings edit                               + + . .
sortPipelines               settings edit                               + + . .
createState                 settings edit                               + + . .
changeState                 settings edit                               + + . .
deleteState                 settings edit                               + + . .
sortStates                  settings edit                               + + . .
getOrderSettings            settings view                               + + . .
changeOrderSettings         settings edit                               + + . .
getMailSettings             settings view                               + + . .
changeMailSettings          settings edit                               + + . .
sendTestMail                settings edit                               + + . .
getBoard                    orders view                                 + + + +
getColumn                   orders view                                 + + + +
listOrders                  orders view                                 + + + +
getOrder                    orders view                                 + + + +
createOrder                 orders edit                                 + + + +
findOrderClients            orders edit                                 + + + +
changeOrder                 orders edit                                 + + + +
moveOrder                   orders edit                                 + + + +
restoreOrder                orders edit                                 + + + +
deleteOrder                 orders edit                                 + + + +
undeleteOrder               orders edit                                 + + + +
listPayments                orders view                                 + + + +
createPayment               orders edit                                 + + + +
getOrderHistory             orders view                                 + + + +
massAction                  orders edit                                 + + + +
undoMassAction              orders edit                                 + + + +
listOrderViews              orders view                                 + + + +
saveOrderView               orders view                                 + + + +
deleteOrderView             orders view                                 + + + +
liveEvents                  member                                      + + + +
openApi                     person                                      + + + +
listBranches                booking view                                + + + +
beginBooking                settings edit                               + + . .
createBranch                settings edit                               + + . .
getBranch                   booking view                                + + + +
changeBranch                settings edit                               + + . .
deleteBranch                settings edit                               + + . .
changeBranchNotifications   booking edit                                + + + +
createServiceCategory       booking edit                                + + + +
sortServiceCategories       booking edit                                + + + +
changeServiceCategory       booking edit                                + + + +
deleteServiceCategory       booking edit                                + + + +
createJobTitle              booking edit                                + + + +
sortJobTitles               booking edit                                + + + +
changeJobTitle              booking edit                                + + + +
deleteJobTitle              booking edit                                + + + +
createService               booking edit                                + + + +
sortServices                booking edit                                + + + +
changeService               booking edit                                + + + +
deleteService               booking edit                                + + + +
importServices              booking edit                                + + + +
createEmployee              booking edit                                + + + +
sortEmployees               booking edit                                + + + +
changeEmployee              booking edit                                + + + +
deleteEmployee              booking edit                                + + + +
setSchedule                 booking edit                                + + + +
setOverrides                booking edit                                + + + +
renewFeed                   booking edit                                + + + +
removeFeed                  booking edit                                + + + +
getBookingSettings          booking view                                + + + +
changeBookingSettings       settings edit                               + + . .
getCalendar                 booking view                                + + + +
getVisit                    booking view                                + + + +
getFreeTimes                booking view                                + + + +
createVisit                 booking edit                                + + + +
changeVisit                 booking edit                                + + + +
cancelVisit                 booking edit                                + + + +
getBookingPage              anybody                                     + + + +
getBookingDates             anybody                                     + + + +
getBookingTimes             anybody                                     + + + +
holdTime                    anybody                                     + + + +
releaseTime                 anybody                                     + + + +
bookVisit                   anybody                                     + + + +
getOwnVisit                 anybody                                     + + + +
getOwnVisitTimes            anybody                                     + + + +
moveOwnVisit                anybody                                     + + + +
cancelOwnVisit              anybody                                     + + + +
`

export const table: readonly Row[] = written
  .trim()
  .split('\n')
  .map((line) => readRow(line))

function readRow(line: string): Row {
  const [route = '', ...words] = line.split(/ +/)
  const [owner, administrator, editor, operator] = words.slice(-4).map((mark) => mark === '+')
  const roles = { owner: owner === true, administrator: administrator === true, editor: editor === true, operator: operator === true }
  return { route, needs: readNeeds(route, words.slice(0, -4)), roles }
}

function readNeeds(route: string, words: readonly string[]): Needs {
  const who = (['anybody', 'person', 'member', 'editing', 'owner', 'installation'] as const).find((each) => each === words[0])
  if (who) return { who }
  const section = sections.find((each) => each === words[0])
  const level = (['view', 'edit'] as const).find((each) => each === words[1])
  if (!section || !level) throw new Error(`What ${route} needs cannot be read: ${words.join(' ')}`)
  const right = rights.find((each) => words.includes(each))
  return { who: 'role', section, level, right, personOnly: words.includes('person') }
}
