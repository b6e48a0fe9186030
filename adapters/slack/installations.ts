import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt'
import type { Installations } from '../../src/desk.ts'
import { PyframeError } from '../../src/errors.ts'

const PLATFORM = 'slack'

/** Where an installation is kept: under its organisation if it is for all of its workspaces, else its workspace. */
const keyOf = ({ teamId, enterpriseId, isEnterpriseInstall }: InstallationQuery<boolean>): string =>
  (isEnterpriseInstall ? enterpriseId : teamId) ?? ''

/** Bolt's view of the installations the desk keeps. */
export function installationStore(installations: Installations): InstallationStore {
  return {
    async storeInstallation(installation) {
      await installations.save(PLATFORM, installedKey(installation), installation)
    },
    async fetchInstallation(query) {
      const found = await installations.find(PLATFORM, keyOf(query))
      if (found === null) throw new PyframeError('unavailable', 'this workspace has not installed the app')
      return found as Installation<'v2', boolean>
    },
    async deleteInstallation(query) {
      await installations.remove(PLATFORM, keyOf(query))
    },
  }
}

function installedKey({ isEnterpriseInstall, enterprise, team }: Installation): string {
  return (isEnterpriseInstall ? enterprise?.id : team?.id) ?? ''
}

/** Removes what was kept for a workspace, or an organisation, that took its permission back. */
export const removeInstallation = (installations: Installations, team: string, org: string | null) =>
  installations.remove(PLATFORM, org ?? team)
