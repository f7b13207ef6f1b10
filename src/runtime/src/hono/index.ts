export { type HonoContextLike, type HonoHandler, toHono } from './to-hono.js'
