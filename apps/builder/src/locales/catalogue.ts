/** Every text of the builder, by language and feature. A new feature is one file in each language and one line in each list. */
import enAccount from './en/account.json' with { type: 'json' }
import enApp from './en/app.json' with { type: 'json' }
import enCalculator from './en/calculator.json' with { type: 'json' }
import enCanvas from './en/canvas.json' with { type: 'json' }
import enPanel from './en/panel.json' with { type: 'json' }
import enPeople from './en/people.json' with { type: 'json' }
import enProjects from './en/projects.json' with { type: 'json' }
import enPublish from './en/publish.json' with { type: 'json' }
import enSettings from './en/settings.json' with { type: 'json' }
import enSignIn from './en/sign-in.json' with { type: 'json' }
import enTestChat from './en/test-chat.json' with { type: 'json' }
import enVersions from './en/versions.json' with { type: 'json' }
import ruAccount from './ru/account.json' with { type: 'json' }
import ruApp from './ru/app.json' with { type: 'json' }
import ruCalculator from './ru/calculator.json' with { type: 'json' }
import ruCanvas from './ru/canvas.json' with { type: 'json' }
import ruPanel from './ru/panel.json' with { type: 'json' }
import ruPeople from './ru/people.json' with { type: 'json' }
import ruProjects from './ru/projects.json' with { type: 'json' }
import ruPublish from './ru/publish.json' with { type: 'json' }
import ruSettings from './ru/settings.json' with { type: 'json' }
import ruSignIn from './ru/sign-in.json' with { type: 'json' }
import ruTestChat from './ru/test-chat.json' with { type: 'json' }
import ruVersions from './ru/versions.json' with { type: 'json' }

const en = {
  account: enAccount,
  app: enApp,
  calculator: enCalculator,
  canvas: enCanvas,
  panel: enPanel,
  projects: enProjects,
  people: enPeople,
  publish: enPublish,
  settings: enSettings,
  'sign-in': enSignIn,
  'test-chat': enTestChat,
  versions: enVersions,
}

const ru = {
  account: ruAccount,
  app: ruApp,
  calculator: ruCalculator,
  canvas: ruCanvas,
  panel: ruPanel,
  projects: ruProjects,
  people: ruPeople,
  publish: ruPublish,
  settings: ruSettings,
  'sign-in': ruSignIn,
  'test-chat': ruTestChat,
  versions: ruVersions,
}

export const catalogue = { en, ru }
export type Catalogue = typeof en
