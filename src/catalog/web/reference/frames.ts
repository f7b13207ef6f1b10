import { type Asset, createAsset } from '../assets/assets.js'
import { frameScript } from '../assets/frame-script.js'
import type { Vendored } from './vendored.js'

/** The frames in which whole contracts are shown, and the files that they load. */
export interface Frames {
  readonly openapi: Asset
  readonly asyncapi: Asset
  readonly files: readonly Asset[]
}

/** What a frame's scripts need beside themselves. */
interface Needs {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
  /** Whether they make functions of texts when they are loaded: checks of schemas, by ajv. */
  readonly evaluates: boolean
}

/**
 * What the document in the frame may do, and nothing else may: styles that are written by scripts, and a worker that was
 * made by one, for the search. It has no origin, so that it reaches no session and nothing that is stored; nothing can be fetched
 * from it, of here or elsewhere.
 */
function policyOf({ evaluates }: Needs): string {
  return [
    "default-src 'none'",
    `script-src 'self'${evaluates ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    'img-src data:',
    'worker-src blob:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
}

/** A document without origin loads them, and that is nobody's own. */
const forFrames = { 'cross-origin-resource-policy': 'cross-origin' }

export function createFrames(vendored: Vendored): Frames {
  const script = { ...createAsset('frame', 'js', 'text/javascript; charset=utf-8', frameScript), headers: forFrames }
  const file = (name: string, mediaType: string): Asset => ({
    name,
    mediaType: `${mediaType}; charset=utf-8`,
    content: () => vendored.read(name),
    headers: forFrames,
  })
  const files = [
    script,
    file(vendored.redoc, 'text/javascript'),
    file(vendored.asyncapi, 'text/javascript'),
    file(vendored.asyncapiStyle, 'text/css'),
  ]
  const frame = (needs: Needs): Asset => {
    const all = { ...needs, scripts: [...needs.scripts, script.name] }
    return {
      ...createAsset('frame', 'html', 'text/html; charset=utf-8', documentOf(all)),
      headers: {
        'content-security-policy': `${policyOf(needs)}; frame-ancestors 'self'; sandbox allow-scripts`,
        'x-frame-options': 'SAMEORIGIN',
      },
    }
  }
  return {
    openapi: frame({ scripts: [vendored.redoc], styles: [], evaluates: false }),
    asyncapi: frame({ scripts: [vendored.asyncapi], styles: [vendored.asyncapiStyle], evaluates: true }),
    files,
  }
}

/** All names are ours. Scripts are no modules: those would have to be of the origin that there is none of. */
function documentOf(needs: Needs): string {
  const { scripts, styles } = needs
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta http-equiv="content-security-policy" content="${policyOf(needs)}">
<title>Full reference</title>
${styles.map((name) => `<link rel="stylesheet" href="${name}">`).join('\n')}
<style>body { margin: 0; background: #fff; }</style>
${scripts.map((name) => `<script defer src="${name}"></script>`).join('\n')}
</head>
<body><div id="reference"></div></body>
</html>
`
}
