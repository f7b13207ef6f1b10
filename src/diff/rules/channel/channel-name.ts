import type { Channel } from '../../../contract/model/index.js'

/** A channel as people know it: its address as written, or its key while the address is unknown. */
export function channelName(channel: Pick<Channel, 'address' | 'key'> | undefined): string {
  return channel?.address ?? channel?.key ?? ''
}
