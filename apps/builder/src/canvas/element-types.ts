import type { EdgeTypes, NodeTypes } from 'reactflow'
import { ArrowEdge } from './ArrowEdge.tsx'
import { BlockNode } from './BlockNode.tsx'

// Outside every component: React Flow mounts everything anew when these objects change.
export const nodeTypes: NodeTypes = { block: BlockNode }
export const edgeTypes: EdgeTypes = { arrow: ArrowEdge }
