import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { PyframeError } from '../errors.ts'
import type { Tables } from './schema.ts'
import type { Installations } from './store.ts'
import { toColumn } from './text.ts'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
/** What the mode is defined for (NIST SP 800-38D, 8.2): other lengths are hashed first. */
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_CURE = 'Set INSTALLATION_KEY to 64 hexadecimal digits, such as `openssl rand -hex 32` prints.'

/**
 * Reads the key installations are sealed with.
 *
 * @param digits 64 hexadecimal digits; empty = no key
 * @throws PyframeError `config` when it is anything else, without repeating it
 */
export function readInstallationKey(digits: string): Buffer | null {
  if (digits === '') return null
  const key = Buffer.from(digits, 'hex')
  if (key.length === KEY_BYTES && digits.length === 2 * KEY_BYTES) return key
  throw new PyframeError('config', 'INSTALLATION_KEY is no key.', { cure: KEY_CURE })
}

/**
 * Installations in the database, readable only with the key: they hold the tokens of workspaces. Sealed for their
 * place, so that a row copied to another one opens nothing.
 *
 * @param run does what the store does around every piece of work
 */
export function createInstallations(
  db: Kysely<Tables>,
  secret: Buffer | null,
  run: <T>(work: () => Promise<T>) => Promise<T>,
): Installations {
  const at = (platform: string, key: string) => ({ platform: toColumn(platform), key: toColumn(key) })
  return {
    find: (platform, key) =>
      run(async () => {
        const row = await db
          .selectFrom('installations')
          .select('sealed')
          .where(({ and }) => and(at(platform, key)))
          .executeTakeFirst()
        return row === undefined ? null : JSON.parse(unseal(needed(secret), row.sealed, [platform, key]))
      }),
    save: (platform, key, installation) =>
      run(async () => {
        const sealed = seal(needed(secret), JSON.stringify(installation), [platform, key])
        const row = { sealed, updated_at: new Date().toISOString() }
        await db
          .insertInto('installations')
          .values({ ...at(platform, key), ...row })
          .onConflict((conflict) => conflict.columns(['platform', 'key']).doUpdateSet(row))
          .execute()
      }),
    remove: (platform, key) =>
      run(async () => {
        await db
          .deleteFrom('installations')
          .where(({ and }) => and(at(platform, key)))
          .execute()
      }),
  }
}

function needed(secret: Buffer | null): Buffer {
  if (secret !== null) return secret
  throw new PyframeError('config', 'Installations are kept encrypted, and there is no key for it.', {
    cure: KEY_CURE,
  })
}

function seal(secret: Buffer, text: string, place: readonly string[]): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, secret, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(JSON.stringify(place)))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

function unseal(secret: Buffer, sealed: string, place: readonly string[]): string {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv(CIPHER, secret, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(JSON.stringify(place)))
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return (
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    )
  } catch (cause) {
    throw new PyframeError('config', 'An installation does not open with the key that is set.', {
      cure: 'Set INSTALLATION_KEY to the key it was saved with, or let the workspace install the program again.',
      cause,
    })
  }
}
