import type { Finding, ValidationJob, ValidationOutcome } from './job.js'

/** Runs the named parser of the standard. It may take long or throw: call this where it can be stopped. */
export async function check(job: ValidationJob): Promise<ValidationOutcome> {
  try {
    return { findings: await findingsOf(job) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { failed: (message.split('\n', 1)[0] ?? '').slice(0, 200) }
  }
}

async function findingsOf(job: ValidationJob): Promise<readonly Finding[]> {
  if (job.standard === 'openapi') {
    const { validateOpenApi } = await import('../openapi/validate.js')
    return validateOpenApi(job)
  }
  const { validateAsyncApi } = await import('../asyncapi/validate.js')
  const found = await validateAsyncApi(job.documents[0]?.json ?? '')
  return found.map(({ pointer, message }) => ({ pointer, reason: message }))
}
