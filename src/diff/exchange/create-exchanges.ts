import type { Contract } from '../../contract/model/index.js'
import { type Containment, createContainment, type Projection, type View } from '../containment/index.js'
import { type Edit, type EditOf, polarityOf } from '../edit/edit.js'
import type { NodeKind } from '../edit/node-types.js'
import type { Direction, Witness } from '../report.js'
import { projectionOf } from '../schema/judge-edits.js'
import { refusedOfAnything } from './anything.js'
import {
  showBinding,
  showBroker,
  showChannel,
  showChannelOperation,
  showChannelParameter,
  showMessage,
  showReply,
} from './channel-exchanges.js'
import {
  showBody,
  showEncoding,
  showFlow,
  showHeader,
  showMediaType,
  showOperation,
  showParameter,
  showResponse,
  showScheme,
  showServer,
  showServerVariable,
} from './http-exchanges.js'
import { createSamples } from './samples.js'
import type { Exchange, Scene, Show } from './scene.js'

/** Writes down what breaks by edits that are not of schemas. */
export interface Exchanges {
  /** A request, response or message that worked before and fails now; undefined where none can be written down. */
  witnessOf(edit: Edit): Witness | undefined
}

interface Options {
  readonly base: Contract
  readonly head: Contract
  readonly view: View
}

/** Samples are wanted of much and are worth little time each: what is hard to find is not shown. */
const budget = { clauses: 256, states: 500 }
/** Findings that get an exchange; nobody reads more of them. */
const mostShown = 1_000

export function createExchanges({ base, head, view }: Options): Exchanges {
  let asked = 0
  // Nothing is sampled before something breaks.
  const scenes = new Map<Direction, Stage>()
  return { witnessOf }

  function witnessOf(edit: Edit): Witness | undefined {
    if (++asked > mostShown) return undefined
    const stage = stageOf(edit.place.direction ?? 'request')
    const refused = refusedOfAnything(edit, stage.scene, stage)
    if (refused) return refused
    const shown = show(edit, stage.scene)
    return shown?.text === undefined ? undefined : { raw: shown.text, reason: shown.reason }
  }

  function stageOf(direction: Direction): Stage {
    const known = scenes.get(direction)
    if (known) return known
    const containment = createContainment({ view, budget })
    const projection = projectionOf(direction)
    const scene: Scene = {
      before: createSamples(base, containment, projection),
      after: createSamples(head, containment, projection),
      isRead: polarityOf(direction) === 'input',
    }
    const stage = { scene, containment, projection }
    scenes.set(direction, stage)
    return stage
  }
}

interface Stage {
  readonly scene: Scene
  readonly containment: Containment
  readonly projection: Projection
}

function show<Node extends NodeKind>(edit: EditOf<Node>, scene: Scene): Exchange | undefined {
  const known: Show<Node> | undefined = shows[edit.node]
  return known?.(edit, scene)
}

/** Of all other nodes nothing is sent: what they say is kept elsewhere, or containment has shown it. */
const shows: { readonly [Node in NodeKind]?: Show<Node> } = {
  operation: showOperation,
  parameter: showParameter,
  body: showBody,
  'media-type': showMediaType,
  response: showResponse,
  header: showHeader,
  scheme: showScheme,
  server: showServer,
  'server-variable': showServerVariable,
  channel: showChannel,
  'channel-operation': showChannelOperation,
  message: showMessage,
  binding: showBinding,
  encoding: showEncoding,
  flow: showFlow,
  reply: showReply,
  broker: showBroker,
  'channel-parameter': showChannelParameter,
}
