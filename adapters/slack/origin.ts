import type { Address } from './address.ts'

/** Who did something, and whose installation of the app it reached. */
export type Origin = Pick<Address, 'team' | 'org' | 'user'>

/** What the kinds of payloads have in common; which field is there depends on the kind. */
interface Payload {
  /** Of events: the workspace that has the app, also when the author is from another one. */
  context_team_id?: string | null
  context_enterprise_id?: string | null
  team_id?: string
  enterprise_id?: string | null
  team?: { id: string; enterprise_id?: string } | null
  enterprise?: { id: string } | null
  view?: { app_installed_team_id?: string }
  user?: { team_id?: string | undefined }
  is_enterprise_install?: boolean | string
  authorizations?: readonly { enterprise_id?: string | null; is_enterprise_install?: boolean }[]
}

/** Reads where a payload comes from. */
export function originOf(body: unknown, user: string): Origin {
  const payload = body as Payload
  const org = isOrgWide(payload) ? organisationOf(payload) : null
  return { team: teamOf(payload) ?? org ?? '', org, user }
}

function teamOf({ context_team_id, view, team, team_id, user }: Payload): string | undefined {
  return context_team_id ?? view?.app_installed_team_id ?? team?.id ?? team_id ?? user?.team_id
}

function isOrgWide({ is_enterprise_install, authorizations }: Payload): boolean {
  const [authorization] = authorizations ?? []
  return String(authorization?.is_enterprise_install ?? is_enterprise_install ?? false) === 'true'
}

function organisationOf(payload: Payload): string | null {
  const { context_enterprise_id, enterprise, enterprise_id, team, authorizations } = payload
  const [authorization] = authorizations ?? []
  return (
    authorization?.enterprise_id ??
    context_enterprise_id ??
    enterprise?.id ??
    team?.enterprise_id ??
    enterprise_id ??
    null
  )
}
