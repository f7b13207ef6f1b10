export { type Codecs, createCodecs } from './create-codecs.js'
