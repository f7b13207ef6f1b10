import { execFileSync, execSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tempFolder } from './temp-folder.js'

export interface GitFolder {
  readonly folder: string
  /** Runs git in the folder; its output, trimmed. */
  git(...args: readonly string[]): string
  /** Runs a command line as a user would paste it. */
  shell(command: string): void
  /** Writes files; an empty text removes one. */
  write(files: Readonly<Record<string, string>>): void
  /** Writes files and commits everything; the hash. */
  commit(files?: Readonly<Record<string, string>>): string
}

// Neither the configuration nor the identity of this machine takes part.
const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@b',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@b',
}

/** A folder that git is run in; removed when the test ends. */
export function gitFolder(folder = tempFolder()): GitFolder {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' }).trim()
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(files)) {
      if (text === '') git('rm', '-q', path)
      else {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
    }
  }
  return {
    folder,
    git,
    shell: (command) => void execSync(command, { cwd: folder, env, stdio: 'pipe' }),
    write,
    commit(files = {}) {
      write(files)
      git('add', '-A')
      git('commit', '-q', '--allow-empty', '-m', 'a change')
      return git('rev-parse', 'HEAD')
    },
  }
}

/** A new repository on a branch `main` with these files in its first commit. */
export function gitRepository(files: Readonly<Record<string, string>> = {}, folder = tempFolder()): GitFolder {
  const repository = gitFolder(folder)
  repository.git('init', '-q', '-b', 'main')
  repository.commit(files)
  return repository
}

/** A clone over the protocol, so that depth counts. */
export function gitClone(origin: GitFolder, options: readonly string[] = [], folder = tempFolder()): GitFolder {
  const clone = gitFolder(folder)
  clone.git('clone', '-q', ...options, `file://${origin.folder}`, '.')
  return clone
}
