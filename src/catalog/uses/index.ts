export { createTouches, type Touches } from './touches.js'
