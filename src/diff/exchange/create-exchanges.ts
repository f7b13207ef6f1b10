import type { Contract } from '../../contract/model/index.js'
import {
  type Containment,
  createContainment,
  createJudgeInParts,
  type Projection,
  type View,
} from '../containment/index.js'
import { type Edit, type EditOf, polarityOf } from '../edit/edit.js'
import type { NodeKind } from '../edit/node-types.js'
import type { Direction, Witness } from '../report.js'
import { projectionOf } from '../schema/judge-payloads.js'
import { refusedOfAnything } from './anything.js'
import { showsByRule } from './by-rule.js'
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
  showHeader,
  showMediaType,
  showOperation,
  showParameter,
  showResponse,
} from './http-exchanges.js'
import { createSamples } from './samples.js'
import type { Exchange, Scene, Show, Told } from './scene.js'
import { showFlow, showScheme } from './security-exchanges.js'
import { showServer, showServerVariable } from './server-exchanges.js'

/** Writes down what breaks by edits that are not of schemas. */
export interface Exchanges {
  /** A request, response or message that worked before and fails now; undefined where none can be written down. */
  witnessOf(edit: Edit, told: Told): Witness | undefined
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
/** Places that values are made for until one shows the difference. */
const mostLooks = 5_000

export function createExchanges({ base, head, view }: Options): Exchanges {
  let asked = 0
  let looked = 0
  // Nothing is sampled before something breaks.
  const scenes = new Map<Direction, Stage>()
  const judge = createJudgeInParts()
  return { witnessOf }

  function witnessOf(edit: Edit, told: Told): Witness | undefined {
    if (++asked > mostShown) return undefined
    const stage = stageOf(edit.place.direction ?? 'request')
    const byRule = showsByRule.get(told.rule)
    const refused = byRule ? undefined : refusedOfAnything(edit, stage.scene, stage)
    return refused ?? witness(byRule ? byRule(edit, stage.scene, told) : show(edit, stage.scene))
  }

  function stageOf(direction: Direction): Stage {
    const known = scenes.get(direction)
    if (known) return known
    const containment = createContainment({ view, budget })
    const projection = projectionOf(direction)
    const judges = { containment, judge }
    const scene: Scene = {
      before: createSamples(base, judges, projection),
      after: createSamples(head, judges, projection),
      isRead: polarityOf(direction) === 'input',
      mayLook: () => ++looked <= mostLooks,
      answers: {
        before: createSamples(base, judges, projectionOf('response')),
        after: createSamples(head, judges, projectionOf('response')),
      },
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

function witness(exchange: Exchange | undefined): Witness | undefined {
  if (exchange?.text === undefined) return undefined
  const { text, reason, outcome, now } = exchange
  return { raw: text, reason, ...(outcome && { outcome }), ...(now !== undefined && { now }) }
}

function show<Node extends NodeKind>(edit: EditOf<Node>, scene: Scene): Exchange | undefined {
  const known: Show<Node> | undefined = shows[edit.node]
  return known?.(edit, scene)
}

/** What shows an edit whatever rule it is that finds it. */
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
