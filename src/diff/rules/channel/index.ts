import type { DiffRule } from '../../rule.js'
import { bindingRules } from './binding/index.js'
import { channelAdded } from './channel-added.js'
import { channelAddressChanged } from './channel-address-changed.js'
import { channelOperationAdded } from './channel-operation-added.js'
import { channelOperationRemoved } from './channel-operation-removed.js'
import { channelOperationTurned } from './channel-operation-turned.js'
import { channelRemoved } from './channel-removed.js'
import { messageAdded } from './message-added.js'
import { messageRemoved } from './message-removed.js'

/** Rules about channels: addresses, operations, messages, replies, bindings and the servers of AsyncAPI. */
export const channelRules: readonly DiffRule[] = [
  channelAdded,
  channelRemoved,
  channelAddressChanged,
  channelOperationAdded,
  channelOperationRemoved,
  channelOperationTurned,
  messageAdded,
  messageRemoved,
  ...bindingRules,
]
