import { compareText } from '../util/compare.js'
import type { Bump, DiffReport, Finding, SemverJudgement } from './report.js'

const bumps = ['none', 'patch', 'minor', 'major'] as const satisfies readonly Bump[]

/**
 * The bump that changes ask for (SemVer 2.0.0, clauses 6 to 8): a break a major one, anything else that a caller could
 * meet a minor one, documentation alone a patch. An approval lets a break pass; it stays a break.
 */
export function requiredBump(findings: readonly Finding[], documentation: Documentation): Bump {
  if (findings.some(({ level }) => level === 'breaking')) return 'major'
  if (findings.some((finding) => !documentation.isAbout(finding))) return 'minor'
  return findings.length > 0 || documentation.differs() ? 'patch' : 'none'
}

/** Words for people; most of them are no finding of any rule. */
export interface Documentation {
  isAbout(finding: Finding): boolean
  differs(): boolean
}

/** Holds what `info.version` says against what the changes ask for. */
export function judgeSemver(before: string, after: string, required: Bump): SemverJudgement {
  const [base, head] = [parseVersion(before), parseVersion(after)]
  if (!base || !head) return { required, ok: true }
  const asked = base.numbers[0] === 0 ? belowOne(required) : required
  const step = compareVersions(base, head)
  const declared = step < 0 ? declaredBump(base, head) : 'none'
  // Clause 9: a pre-release "might not satisfy the intended compatibility requirements", so whatever follows may break it.
  const ok = (base.preRelease.length > 0 && step < 0) || bumps.indexOf(declared) >= bumps.indexOf(asked)
  return { required: asked, declared, ok }
}

/** `1.5.0 is declared a minor change; this needs 2.0.0.` Undefined when the version fits, or is none to be judged. */
export function semverSentence({
  base,
  head,
  semver,
}: Pick<DiffReport, 'base' | 'head' | 'semver'>): string | undefined {
  const [before, after] = [parseVersion(base.version), parseVersion(head.version)]
  if (semver.ok || !before || !after) return undefined
  const needs = `this needs ${nextVersion(before, semver.required)}.`
  const step = compareVersions(before, after)
  if (step > 0) return `${head.version} is lower than ${base.version}; ${needs}`
  if (step === 0) return `the version is still ${head.version}; ${needs}`
  return `${head.version} is declared a ${semver.declared ?? 'patch'} change; ${needs}`
}

/** Precedence of two versions as written, negative when the first is lower; undefined when one of them is none. */
export function compareVersionTexts(before: string, after: string): number | undefined {
  const [first, second] = [parseVersion(before), parseVersion(after)]
  return first && second && compareVersions(first, second)
}

interface Version {
  readonly numbers: readonly [major: number, minor: number, patch: number]
  /** Dot-separated identifiers; none for a release. */
  readonly preRelease: readonly string[]
}

const identifier = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*'
const number = '(0|[1-9]\\d{0,8})'
const grammar = new RegExp(`^v?${number}\\.${number}(?:\\.${number})?(?:-(${identifier}))?(?:\\+${identifier})?$`)

/**
 * SemVer's grammar, with `v` in front and without the patch number, too, as versions of APIs are often written. Undefined
 * for what says nothing about compatibility: `v1`, `2025-01-01`, `2025.01.02`.
 */
function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch = '0', preRelease] = grammar.exec(text.trim()) ?? []
  if (major === undefined || minor === undefined) return undefined
  const identifiers = preRelease?.split('.') ?? []
  if (identifiers.some((part) => /^0\d+$/.test(part))) return undefined
  return { numbers: [Number(major), Number(minor), Number(patch)], preRelease: identifiers }
}

/** The leftmost number that went up; on the way from a pre-release to its release, the rightmost that is not zero. */
function declaredBump({ numbers: before }: Version, { numbers: after }: Version): Bump {
  const changed = after.findIndex((part, index) => part !== before[index])
  const leading = changed >= 0 ? changed : after.findLastIndex((part) => part > 0)
  return (['major', 'minor', 'patch'] as const)[Math.max(0, leading)] ?? 'patch'
}

/** Clause 4: "anything MAY change at any time"; what callers rely on is that a patch does not break them. */
function belowOne(required: Bump): Bump {
  if (required === 'major') return 'minor'
  return required === 'minor' ? 'patch' : required
}

/** Precedence, clause 11; build metadata does not count. */
function compareVersions(before: Version, after: Version): number {
  for (const [index, part] of before.numbers.entries()) {
    const difference = part - (after.numbers[index] ?? 0)
    if (difference !== 0) return difference
  }
  return comparePreReleases(before.preRelease, after.preRelease)
}

function comparePreReleases(before: readonly string[], after: readonly string[]): number {
  if (before.length === 0 || after.length === 0) return after.length - before.length
  for (const [index, part] of before.entries()) {
    const other = after[index]
    if (other === undefined) return 1
    const difference = compareIdentifiers(part, other)
    if (difference !== 0) return difference
  }
  return before.length - after.length
}

/** Numbers by value, before texts; texts by ASCII. */
function compareIdentifiers(before: string, after: string): number {
  const [isNumber, isOtherNumber] = [/^\d+$/.test(before), /^\d+$/.test(after)]
  if (isNumber && isOtherNumber) return before.length - after.length || compareText(before, after)
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1
  return compareText(before, after)
}

function nextVersion({ numbers: [major, minor, patch], preRelease }: Version, bump: Bump): string {
  if (bump === 'major') return `${major + 1}.0.0`
  if (bump === 'minor') return `${major}.${minor + 1}.0`
  return preRelease.length > 0 ? `${major}.${minor}.${patch}` : `${major}.${minor}.${patch + 1}`
}
