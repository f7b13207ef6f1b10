import {
  type Codec,
  type Issues,
  type MaskRule,
  type Path,
  type View,
  within,
} from '../../../src/runtime/src/codec/index.js'

/** Small codecs by hand, so that tests of the server do not lean on generated ones. */

export function string(options: { maxLength?: number; values?: readonly string[] } = {}): Codec {
  return {
    check(value, at, issues) {
      if (typeof value !== 'string') return refuse(issues, at, 'type', 'string')
      const { maxLength, values } = options
      if (maxLength !== undefined && value.length > maxLength) {
        return refuse(issues, at, 'maxLength', `at most ${maxLength} characters`)
      }
      if (values && !values.includes(value)) return refuse(issues, at, 'enum', values.join(', '))
      return true
    },
    write: (value) => JSON.stringify(value),
  }
}

export function integer(options: { maximum?: number } = {}): Codec {
  return {
    check(value, at, issues) {
      if (!Number.isInteger(value)) return refuse(issues, at, 'type', 'integer')
      const { maximum = Number.POSITIVE_INFINITY } = options
      return (value as number) <= maximum || refuse(issues, at, 'maximum', `at most ${maximum}`)
    },
    write: (value) => String(value),
  }
}

/** A text that names the tenant. */
export function tenantKey(at: string): Codec {
  return {
    ...string(),
    write(value, view) {
      view.guard(value, at)
      return JSON.stringify(value)
    },
    guard: (value, view) => view.guard(value, at),
  }
}

/** A classified text. */
export function classified(rule: MaskRule): Codec {
  return {
    ...string(),
    write: (value, view) => (view.shows(rule) ? JSON.stringify(value) : (view.mask(value, rule) ?? 'null')),
  }
}

export function array(item: Codec): Codec {
  return {
    check(value, at, issues) {
      if (!Array.isArray(value)) return refuse(issues, at, 'type', 'array')
      return value.every((each, index) => item.check(each, within(at, index), issues))
    },
    write: (value, view) => `[${(value as unknown[]).map((each) => item.write(each, view)).join(',')}]`,
    ...(item.guard && {
      guard: (value: unknown, view: View) => {
        for (const each of value as unknown[]) item.guard?.(each, view)
      },
    }),
  }
}

/** Declared properties only; names with `?` are optional. */
export function object(fields: Readonly<Record<string, Codec>>, options: { isClosed?: boolean } = {}): Codec {
  const declared = Object.entries(fields).map(([name, codec]) => ({
    name: name.replace('?', ''),
    isOptional: name.endsWith('?'),
    codec,
  }))
  const has = (value: unknown, name: string): boolean => Object.hasOwn(value as object, name)
  const read = (value: unknown, name: string): unknown => (value as Record<string, unknown>)[name]
  return {
    check(value, at, issues) {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        return refuse(issues, at, 'type', 'object')
      let isFine = true
      for (const { name, isOptional, codec } of declared) {
        if (has(value, name)) isFine = codec.check(read(value, name), within(at, name), issues) && isFine
        else if (!isOptional) isFine = refuse(issues, within(at, name), 'required', 'a value')
      }
      if (options.isClosed && Object.keys(value).some((key) => !declared.some(({ name }) => name === key))) {
        return refuse(issues, within(at, '*'), 'additionalProperties', 'no other properties')
      }
      return isFine
    },
    write(value, view) {
      const present = declared.filter(({ name }) => has(value, name))
      return `{${present.map(({ name, codec }) => `"${name}":${codec.write(read(value, name), view)}`).join(',')}}`
    },
    ...(declared.some(({ codec }) => 'guard' in codec) && {
      guard: (value: unknown, view: View) => {
        for (const { name, codec } of declared) if (has(value, name)) codec.guard?.(read(value, name), view)
      },
    }),
  }
}

function refuse(issues: Issues, at: Path | undefined, keyword: string, expected: string): false {
  issues.add(at, keyword, expected)
  return false
}
