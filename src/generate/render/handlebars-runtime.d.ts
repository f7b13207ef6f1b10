/** The part of Handlebars that runs precompiled templates; its own declarations describe the whole compiler only. */
declare module 'handlebars/runtime.js' {
  const runtime: { template(specification: unknown): (view: object) => string }
  export default runtime
}
