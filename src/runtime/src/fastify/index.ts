export { type FastifyLike, type FastifyReplyLike, type FastifyRequestLike, fastifyPlugin } from './fastify-plugin.js'
