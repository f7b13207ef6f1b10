import { defineCodes } from '../define-codes.js'

export const handlerCodes = defineCodes({
  TK4040: {
    name: 'handlers-not-readable',
    severity: 'error',
    message: 'the handlers are not merged, because the file has a syntax error: {reason}',
    help: 'Correct the error and run `tenantkit generate` again; the file was left as it is.',
    why: 'Stubs for new operations are put into your file only when it is clear where they go.',
  },
  TK4041: {
    name: 'handlers-not-found',
    severity: 'error',
    message: 'nothing in the file is a `{type}`, so stubs for {missing} have no place',
    help: 'Export an object `handlers` of the type `{type}` and run `tenantkit generate` again; the file was left as it is.',
    why: 'The object or class that holds the handlers is known by its type: an annotation, `satisfies`, `implements` or the type that a function returns.',
    good: 'export const handlers: OrdersHandlers = {\n}',
  },
  TK4042: {
    name: 'handlers-open',
    severity: 'warning',
    message: '`{part}` may bring handlers from elsewhere, so no stubs were added for {missing}',
    help: 'Add what is missing by hand; the compiler names it. Or type the parts, for instance as `OrdersTagHandlers`, and list them in that file.',
    why: 'A stub after a spread would take the place of a handler that the spread brings.',
  },
  TK4043: {
    name: 'handler-unused',
    severity: 'warning',
    message: 'the contract has no operation for the handler `{name}`',
    help: 'Remove the handler, or give it the name of the operation that it serves.',
    why: 'Operations disappear from contracts; the code that served them is yours, so it is never deleted for you.',
  },
})
