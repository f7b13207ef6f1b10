import type { RuleExample } from '../../rule.js'

/** What an example puts into its contract; what is left out is not there. */
export interface ExampleParts {
  /** Of the document. */
  readonly root?: string
  /** Of the operation `GET /orders/{tenant}`. */
  readonly operation?: string
  /** Of its parameter `tenant`. */
  readonly parameter?: string
  /** Further parameters, one line each. */
  readonly parameters?: string
  /** Of the order that it answers with, one line each. */
  readonly properties?: string
  /** Of the order as a whole. */
  readonly order?: string
}

/** A property of the order that not everybody sees. */
export const classifiedEmail = 'email: { type: string, x-data-classification: contact.email }'

/** An example of two versions of a small contract about orders; findings without their operation. */
export function ordersExample(before: ExampleParts, after: ExampleParts, finds: readonly string[]): RuleExample {
  return { before: ordersContract(before), after: ordersContract(after), finds }
}

/** A small contract about orders, as YAML. */
export function ordersContract({ root, operation, parameter, parameters, properties, order }: ExampleParts): string {
  return [
    'openapi: 3.1.0',
    'info: { title: Orders, version: 1.0.0 }',
    ...lines(root, 0),
    'paths:',
    '  /orders/{tenant}:',
    '    get:',
    '      operationId: getOrder',
    ...lines(operation, 6),
    '      parameters:',
    '        - name: tenant',
    '          in: path',
    '          required: true',
    '          schema: { type: string }',
    ...lines(parameter, 10),
    ...lines(parameters, 8),
    '      responses:',
    "        '200':",
    '          description: The order.',
    '          content:',
    '            application/json:',
    '              schema:',
    '                type: object',
    ...lines(order, 16),
    '                properties:',
    '                  id: { type: string }',
    ...lines(properties, 18),
    '',
  ].join('\n')
}

function lines(text: string | undefined, depth: number): readonly string[] {
  return (text ?? '').split('\n').flatMap((line) => (line === '' ? [] : `${' '.repeat(depth)}${line}`))
}
