import type { Name, Values } from './variables.ts'

const INSTALLING = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const

interface Rule {
  /** What is to be changed. */
  name: Name
  broken: boolean
  problem: string
}

/** What is wrong with values that are each fine, as `NAME what to do`. */
export function contradictions(values: Values): string[] {
  return [...slackRules(values), ...discordRules(values)]
    .filter(({ broken }) => broken)
    .map(({ name, problem }) => `${name} ${problem}`)
}

function slackRules(values: Values): Rule[] {
  const has = (name: Name): boolean => values(name) !== null
  const installing = INSTALLING.filter(has)
  const operators = values('OPERATORS_SLACK')?.split(/[\s,]+/) ?? []
  const on = has('SLACK_BOT_TOKEN') || installing.length > 0
  return [
    {
      name: 'SLACK_APP_TOKEN',
      broken: on && !has('SLACK_APP_TOKEN') && !has('SLACK_SIGNING_SECRET'),
      problem: 'is missing: Slack needs it, or SLACK_SIGNING_SECRET where Slack can reach this program',
    },
    {
      name: 'SLACK_BOT_TOKEN',
      broken: !on && (has('SLACK_APP_TOKEN') || has('SLACK_SIGNING_SECRET')),
      problem: 'is missing: without it Slack stays off, although its other variables are set',
    },
    {
      name: 'SLACK_BOT_TOKEN',
      broken: has('SLACK_BOT_TOKEN') && installing.length > 0,
      problem: `serves one workspace and SLACK_CLIENT_ID many: remove it, or ${installing.join(', ')}`,
    },
    ...INSTALLING.map((name) => ({
      name,
      broken: installing.length > 0 && !has(name),
      problem: `is missing: installation needs ${INSTALLING.join(', ')}`,
    })),
    {
      name: 'OPERATORS_SLACK',
      broken: installing.length > 0 && operators.some((id) => !id.includes(':')),
      problem: 'must say the workspace too where many have the app, such as T0123456789:U0123456789',
    },
    {
      name: 'INSTALLATION_KEY',
      broken: installing.length > 0 && !has('INSTALLATION_KEY'),
      problem: 'is missing: the tokens of workspaces are kept encrypted; make one with openssl rand -hex 32',
    },
  ]
}

function discordRules(values: Values): Rule[] {
  const others = (['DISCORD_APPLICATION_ID', 'DISCORD_GUILD_ID'] as const).filter(
    (name) => values(name) !== null,
  )
  return [
    {
      name: 'DISCORD_TOKEN',
      broken: values('DISCORD_TOKEN') === null && others.length > 0,
      problem: `is missing: without it Discord stays off, although ${others.join(', ')} is set`,
    },
  ]
}
