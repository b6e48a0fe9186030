import { join } from 'node:path'
import { openStore } from '../../src/store/open.ts'
import { storeContract } from './contract.ts'
import { temporaryFolder } from './place.ts'

storeContract(
  'in a file',
  async () => {
    const { folder, remove } = await temporaryFolder()
    return { open: () => openStore(`file:${join(folder, 'kept.db')}`), remove }
  },
  true,
)

storeContract(
  'in memory',
  async () => ({ open: () => openStore('file::memory:'), remove: async () => {} }),
  false,
)
