import { defineCodes } from '../define-codes.js'

export const usageCodes = defineCodes({
  TK5101: {
    name: 'usage-not-compiled',
    severity: 'error',
    message: 'the program of `{tsconfig}` does not compile ({count} errors): {first}',
    help: 'Make `tsc --noEmit -p {tsconfig}` pass, then scan again.',
    why: 'What is used is told by types; where they are wrong, a use could be missed.',
  },
  TK5102: {
    name: 'usage-no-client',
    severity: 'error',
    message: 'the program of `{tsconfig}` has no client that tenantkit generated',
    help: 'Name the `tsconfig.json` of the program that calls the API, and generate its client first.',
    why: 'A usage file without any use would say that everything may break.',
  },
  TK5103: {
    name: 'usage-contract-unknown',
    severity: 'warning',
    message: 'the client in `{folder}` is generated from `{source}`, which is no version of a catalog',
    help: 'Generate it from `catalog:NAMESPACE/NAME@VERSION`, or say which one it is: `--client {folder}=NAMESPACE/NAME@VERSION`.',
    why: 'Without it the catalog cannot know whose users would break; what this client uses is left out.',
  },
  TK5104: {
    name: 'usage-client-not-there',
    severity: 'error',
    message: '`--client {folder}` names no generated client of the program',
    help: 'The program has {known}.',
    why: 'A client that is misnamed would be left out.',
  },
  TK5105: {
    name: 'usage-client-compiled',
    severity: 'error',
    message: '`{folder}` has a generated client, of which the program sees the declarations only',
    help: 'Let the program see its source: name the `.ts` files in `paths` of the `tsconfig.json`, or scan the program that they belong to.',
    why: 'What a function calls is written in its source; a use that is not seen would be taken for none.',
  },
})
