import { defineCodes } from '../define-codes.js'

export const configCodes = defineCodes({
  TK6001: {
    name: 'config-not-found',
    severity: 'error',
    message: 'there is no configuration in `{directory}`',
    help: 'Run `tenantkit init`, or pass contracts and --out on the command line.',
    why: 'The configuration says what to generate and where; without one, the command line must.',
  },
  TK6002: {
    name: 'config-unreadable',
    severity: 'error',
    message: 'the configuration `{file}` cannot be read: {reason}',
    help: 'Mend the file; `tenantkit init` shows a minimal one.',
    why: 'Guessing what a broken configuration means would generate into the wrong place.',
  },
  TK6003: {
    name: 'config-value-wrong',
    severity: 'error',
    message: '{place} in `{file}` must be {expected}',
    help: 'Change the value; `ConfigInput` in the package documents every field.',
    why: 'A value of the wrong kind would be ignored or do something that nobody asked for.',
    bad: 'contracts:\n  - path: orders.openapi.yaml\n    out: src/generated\n    targets: client',
    good: 'contracts:\n  - path: orders.openapi.yaml\n    out: src/generated\n    targets: [client]',
  },
  TK6004: {
    name: 'config-key-unknown',
    severity: 'error',
    message: '`{key}` in `{file}` is no known setting',
    why: 'A misspelt setting has no effect and looks as if it had.',
  },
  TK6005: {
    name: 'usage',
    severity: 'error',
    message: '{problem}',
    help: 'See `tenantkit {command} --help`.',
    why: 'A command line that is not understood is not carried out in part.',
  },
  TK6006: {
    name: 'code-unknown',
    severity: 'error',
    message: '`{given}` is no code of tenantkit',
    help: 'Codes look like TK1001; `tenantkit explain` lists them all.',
    why: 'Codes are stable and never reused, so an unknown one is a slip or belongs to another version.',
  },
  TK6007: {
    name: 'init-would-overwrite',
    severity: 'error',
    message: '`{file}` exists already',
    help: 'Run `tenantkit init` in another folder, or edit the file that is there.',
    why: 'Work that exists is never overwritten.',
  },
  TK6008: {
    name: 'output-shared',
    severity: 'error',
    message: '`{first}` and `{second}` would both be generated into `{out}`',
    help: 'Give each contract a folder of its own.',
    why: 'An output folder has one manifest: the second contract would remove the files of the first.',
  },
})
