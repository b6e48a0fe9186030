import { ButtonStyle, Client, ComponentType, Events, MessageFlags } from 'discord.js'

/*
 * The least a discord.js bot can do: one static answer with a button to everything. What pyframe is measured beside.
 * Takes the same environment as pyframe.
 */

const { DISCORD_TOKEN = '', DISCORD_API_URL = '' } = process.env

const client = new Client({ intents: [], rest: { api: DISCORD_API_URL } })

const components = [
  { type: ComponentType.TextDisplay, content: 'Hello' } as const,
  {
    type: ComponentType.ActionRow,
    components: [
      { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Again', custom_id: 'p0..again' },
    ],
  } as const,
]

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand())
    await interaction.reply({ components, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral })
  else if (interaction.isButton())
    await interaction.update({ components, flags: MessageFlags.IsComponentsV2 })
})
client.once(Events.ClientReady, () => console.log('Discord is on'))
await client.login(DISCORD_TOKEN)
