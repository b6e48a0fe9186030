import { App, type BlockAction } from '@slack/bolt'

/*
 * The least a Bolt app can do: one static answer with a button to everything, through the response_url. What pyframe
 * is measured beside. Takes the same environment as pyframe.
 */

const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '', PORT = '0' } = process.env

const app = new App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: SLACK_API_URL },
})

const ANSWER = {
  text: 'Hello',
  blocks: [
    { type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'Hello' } },
    {
      type: 'actions' as const,
      elements: [
        {
          type: 'button' as const,
          action_id: 'press.0.again',
          text: { type: 'plain_text' as const, text: 'Again' },
        },
      ],
    },
  ],
}

app.command('/pyframe', async ({ ack, respond }) => {
  await ack()
  await respond(ANSWER)
})
app.action<BlockAction>(/./, async ({ ack, respond }) => {
  await ack()
  await respond({ ...ANSWER, replace_original: true })
})

await app.start({ port: Number(PORT), host: '127.0.0.1' })
console.log('Slack is on')
