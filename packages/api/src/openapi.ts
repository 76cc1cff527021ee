import { editSchema, projectSchema } from '@voronka/flow'
import { z } from 'zod'
import type { Access } from './access.ts'
import { accountSchema, csrfHeader, meSchema, sessionSchema } from './accounts.ts'
import { allEndpoints } from './all.ts'
import { callSchema, callWaySchema, stoppedNumberSchema } from './calls.ts'
import { connectionSchema } from './connections.ts'
import { sampleSchema } from './audience.ts'
import { branchSchema, notificationsSchema } from './booking.ts'
import { employeeSchema } from './booking-employees.ts'
import { groupingSchema } from './booking-groupings.ts'
import { scheduleSchema } from './booking-hours.ts'
import { serviceSchema } from './booking-services.ts'
import { visitSchema } from './booking-calendar.ts'
import { ownVisitSchema } from './booking-page.ts'
import { broadcastSchema } from './broadcasts.ts'
import { clientSchema } from './clients.ts'
import { dialogueMessageSchema } from './dialogue-messages.ts'
import { dialogueSchema } from './dialogues.ts'
import { failureSchema, type Endpoint } from './endpoint.ts'
import { honoursIdempotencyKey, idempotencyHeader, idempotencyKeySchema } from './idempotency.ts'
import { storedFileSchema } from './files.ts'
import { apiKeySchema } from './api-keys.ts'
import { publicKeySchema } from './public-keys.ts'
import { allowedHostsSchema } from './egress.ts'
import { auditEntrySchema } from './audit.ts'
import { invitationSchema, memberSchema } from './members.ts'
import { roleSchema } from './roles.ts'
import { liveEventSchema, livePath } from './live.ts'
import { labelSchema } from './labels.ts'
import { leadNameSchema, leadSchema } from './leads.ts'
import { listSchema } from './lists.ts'
import { distributionSchema, notificationSchema, operatorSchema } from './operators.ts'
import { orderViewSchema } from './order-views.ts'
import { cardSchema, orderSchema } from './orders.ts'
import { quickReplySchema } from './quick-replies.ts'
import { paymentSchema } from './payments.ts'
import { pipelineSchema, stateSchema } from './pipelines.ts'
import { channelSchema, logEntrySchema, projectSummarySchema, versionSchema } from './projects.ts'
import { taskColumnSchema, taskSchema, workCallbacksSchema } from './tasks.ts'
import { chatButtonSchema, chatMessageSchema, pendingSchema, testChatSchema, testEventSchema, turnSchema } from './test-chat.ts'
import { chatEventsPath, replySchema } from './web-chat.ts'
import { outboxDeliverySchema, webhookSchema, webhookWithSecretSchema } from './webhooks.ts'

/** The whole contract as an OpenAPI 3.1 document (its schemas are JSON Schema 2020-12, which zod writes itself). */
export function openApi(version: string) {
  const reads = schemasOf(
    'input',
    { Edit: editSchema, TestEvent: testEventSchema, BookingNotifications: notificationsSchema, Schedule: scheduleSchema },
    (endpoint) => endpoint.body,
  )
  const answers = schemasOf('output', named, (endpoint) => endpoint.output)
  const paths = new Map<string, Record<string, unknown>>()
  for (const endpoint of allEndpoints) {
    const path = openPath(endpoint.path)
    paths.set(path, { ...paths.get(path), [endpoint.method]: operation(endpoint, reads.of(endpoint), answers.of(endpoint)) })
  }
  paths.set(openPath(livePath), {
    get: stream('liveEvents', 'Projects', livePath, 'project', [], 'Live events of a project; each `data:` is a LiveEvent.'),
  })
  const visitor = { name: 'visitor', in: 'query', required: true, schema: { type: 'string' } }
  paths.set(openPath(chatEventsPath), {
    get: stream('chatEvents', 'Web chat', chatEventsPath, 'anybody', [visitor], 'Messages to this visitor; each `data:` is a ChatMessage.'),
  })
  return {
    openapi: '3.1.1',
    info: { title: 'Voronka', version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    tags: [...new Set(allEndpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: Object.fromEntries(paths),
    components: { securitySchemes, schemas: { ...reads.shared, ...answers.shared } },
  }
}

/** How callers are known: people by the cookie of their session, and by its token with each writing call; programs by a key. */
const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: 'voronka_session' },
  sessionToken: { type: 'apiKey', in: 'header', name: csrfHeader, description: 'The `csrfToken` of `whoAmI`.' },
  key: { type: 'http', scheme: 'bearer', description: 'A key of the project, `vk_...`, whose scopes open what the call needs.' },
} as const

/** Any one of these lets a call in; an empty list: nothing is asked. */
function security(access: Access, method: Endpoint['method']) {
  if (access === 'anybody') return []
  const person = method === 'get' ? { session: [] } : { session: [], sessionToken: [] }
  const alsoKeys = typeof access === 'string' ? access === 'project' : access.by !== 'person'
  return alsoKeys ? [person, { key: [] }] : [person]
}

/** Schemas that people look for by name, or that stand in more than one answer. */
const named = {
  Me: meSchema,
  Account: accountSchema,
  Session: sessionSchema,
  Member: memberSchema,
  Invitation: invitationSchema,
  Role: roleSchema,
  ApiKey: apiKeySchema,
  PublicKey: publicKeySchema,
  Lead: leadSchema,
  LeadName: leadNameSchema,
  AuditEntry: auditEntrySchema,
  Project: projectSchema,
  ProjectSummary: projectSummarySchema,
  Version: versionSchema,
  Channel: channelSchema,
  LogEntry: logEntrySchema,
  Pipeline: pipelineSchema,
  State: stateSchema,
  Card: cardSchema,
  Order: orderSchema,
  OrderView: orderViewSchema,
  Payment: paymentSchema,
  TestChat: testChatSchema,
  Turn: turnSchema,
  Pending: pendingSchema,
  ChatMessage: chatMessageSchema,
  ChatButton: chatButtonSchema,
  Reply: replySchema,
  Branch: branchSchema,
  BookingNotifications: notificationsSchema,
  ServiceGrouping: groupingSchema,
  Service: serviceSchema,
  Employee: employeeSchema,
  Schedule: scheduleSchema,
  Visit: visitSchema,
  OwnVisit: ownVisitSchema,
  Dialogue: dialogueSchema,
  DialogueMessage: dialogueMessageSchema,
  Client: clientSchema,
  QuickReply: quickReplySchema,
  Operator: operatorSchema,
  Distribution: distributionSchema,
  Notification: notificationSchema,
  Task: taskSchema,
  TaskColumn: taskColumnSchema,
  WorkCallbacks: workCallbacksSchema,
  List: listSchema,
  Label: labelSchema,
  Broadcast: broadcastSchema,
  Sample: sampleSchema,
  StoredFile: storedFileSchema,
  AllowedHosts: allowedHostsSchema,
  Connection: connectionSchema,
  Call: callSchema,
  CallWay: callWaySchema,
  StoppedNumber: stoppedNumberSchema,
  Webhook: webhookSchema,
  WebhookWithSecret: webhookWithSecretSchema,
  Delivery: outboxDeliverySchema,
  LiveEvent: liveEventSchema,
  SavedEdit: editSchema,
  Failure: failureSchema,
}

/**
 * Written together, so that each named schema is written once and referred to. What is read and what is answered differ where a field has a
 * default: a caller may leave it out, an answer always has it.
 */
function schemasOf(
  io: 'input' | 'output',
  shared: Readonly<Record<string, z.ZodType>>,
  pick: (endpoint: Endpoint) => z.ZodType | undefined,
) {
  const registry = z.registry<{ id: string }>()
  const add = (schema: z.ZodType, id: string) => registry.add(schema, { id: registry.get(schema)?.id ?? id })
  for (const [name, schema] of Object.entries(shared)) add(schema, name)
  for (const endpoint of allEndpoints) {
    const schema = pick(endpoint)
    if (schema) add(schema, endpoint.name)
  }
  const { schemas } = z.toJSONSchema(registry, { io, unrepresentable: 'any', uri: (id) => `#/components/schemas/${id}` })
  const plain = (id: string): unknown => {
    const { $id: _, $schema: __, id: ___, ...schema } = schemas[id] ?? {}
    return schema
  }
  return {
    shared: Object.fromEntries(Object.keys(shared).map((name) => [name, plain(name)])),
    of(endpoint: Endpoint): unknown {
      const id = registry.get(pick(endpoint) ?? z.never())?.id
      if (id === undefined) return undefined
      return Object.hasOwn(shared, id) ? ref(id) : plain(id)
    },
  }
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: unknown) => ({ 'application/json': { schema } })
const oneFile = {
  'multipart/form-data': {
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  },
}
const failed = (description: string) => ({ description, content: json(ref('Failure')) })
const openPath = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

function operation(endpoint: Endpoint, body: unknown, answer: unknown) {
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    tags: [endpoint.tag],
    security: security(endpoint.access, endpoint.method),
    'x-access': endpoint.access,
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query'), ...idempotency(endpoint)],
    ...(body !== undefined && { requestBody: { required: true, content: json(body) } }),
    ...(endpoint.upload && { requestBody: { required: true, content: oneFile } }),
    responses: {
      '2XX': { description: 'Done.', content: json(answer) },
      '4XX': failed('Refused; the code says why.'),
      '5XX': failed('The server cannot answer now.'),
    },
  }
}

function idempotency(endpoint: Endpoint) {
  if (!honoursIdempotencyKey(endpoint)) return []
  const { $schema: _, ...schema } = z.toJSONSchema(idempotencyKeySchema)
  const description = 'Repeats of the call with this key within 24 hours get the stored answer; another call with it gets 409.'
  return [{ name: idempotencyHeader, in: 'header', required: false, description, schema }]
}

function parameters(shape: z.ZodObject, place: 'path' | 'query') {
  const { properties = {}, required = [] } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, schema]) => ({ name, in: place, required: required.includes(name), schema }))
}

function stream(operationId: string, tag: string, path: string, access: Access, more: readonly unknown[], description: string) {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  return {
    operationId,
    tags: [tag],
    summary: description,
    security: security(access, 'get'),
    'x-access': access,
    parameters: [...inPath, ...more],
    responses: { '200': { description: 'A stream of server-sent events.', content: { 'text/event-stream': {} } } },
  }
}
