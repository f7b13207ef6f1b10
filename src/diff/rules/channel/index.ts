import type { DiffRule } from '../../rule.js'
import { bindingRules } from './binding/index.js'
import { brokerAdded } from './broker-added.js'
import { brokerEncryptionDropped } from './broker-encryption-dropped.js'
import { brokerMoved } from './broker-moved.js'
import { brokerProtocolChanged } from './broker-protocol-changed.js'
import { brokerRemoved } from './broker-removed.js'
import { channelAdded } from './channel-added.js'
import { channelAddressChanged } from './channel-address-changed.js'
import { channelOperationAdded } from './channel-operation-added.js'
import { channelOperationIdChanged } from './channel-operation-id-changed.js'
import { channelOperationMoved } from './channel-operation-moved.js'
import { channelOperationRemoved } from './channel-operation-removed.js'
import { channelOperationTurned } from './channel-operation-turned.js'
import { channelParameterAdded } from './channel-parameter-added.js'
import { channelParameterLocationChanged } from './channel-parameter-location-changed.js'
import { channelParameterRemoved } from './channel-parameter-removed.js'
import { channelParameterRenamed } from './channel-parameter-renamed.js'
import { channelRemoved } from './channel-removed.js'
import { channelServerAdded } from './channel-server-added.js'
import { channelServerRemoved } from './channel-server-removed.js'
import { channelTagsChanged } from './channel-tags-changed.js'
import { messageAdded } from './message-added.js'
import { messageContentTypeChanged } from './message-content-type-changed.js'
import { messageCorrelationIdMoved } from './message-correlation-id-moved.js'
import { messageHeadersAdded } from './message-headers-added.js'
import { messageHeadersRemoved } from './message-headers-removed.js'
import { messagePayloadAdded } from './message-payload-added.js'
import { messagePayloadRemoved } from './message-payload-removed.js'
import { messageRemoved } from './message-removed.js'
import { messageSchemaFormatChanged } from './message-schema-format-changed.js'
import { replyAdded } from './reply-added.js'
import { replyAddressChanged } from './reply-address-changed.js'
import { replyChannelChanged } from './reply-channel-changed.js'
import { replyRemoved } from './reply-removed.js'

/** Rules about channels: addresses, operations, messages, replies, bindings and the servers of AsyncAPI. */
export const channelRules: readonly DiffRule[] = [
  channelAdded,
  channelRemoved,
  channelAddressChanged,
  channelParameterAdded,
  channelParameterRemoved,
  channelParameterRenamed,
  channelParameterLocationChanged,
  channelServerAdded,
  channelServerRemoved,
  channelTagsChanged,
  channelOperationAdded,
  channelOperationRemoved,
  channelOperationTurned,
  channelOperationMoved,
  channelOperationIdChanged,
  messageAdded,
  messageRemoved,
  messagePayloadAdded,
  messagePayloadRemoved,
  messageHeadersAdded,
  messageHeadersRemoved,
  messageContentTypeChanged,
  messageSchemaFormatChanged,
  messageCorrelationIdMoved,
  replyAdded,
  replyRemoved,
  replyAddressChanged,
  replyChannelChanged,
  brokerAdded,
  brokerRemoved,
  brokerMoved,
  brokerProtocolChanged,
  brokerEncryptionDropped,
  ...bindingRules,
]
