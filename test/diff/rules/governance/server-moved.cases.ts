import type { RuleCase } from '../support/rule-cases.js'

export const cases: readonly RuleCase[] = [
  {
    title: 'warns where nothing is said any more',
    before: {
      root: `servers:
  - { url: https://a.example.com, x-data-residency: eu-central-1 }`,
    },
    after: {
      root: `servers:
  - { url: https://a.example.com }`,
    },
    finds: ['warning governance server-moved 4:53 → 4:5: the server no longer says where it stands'],
  },
  {
    title: 'makes little of a first word',
    before: {
      root: `servers:
  - { url: https://a.example.com }`,
    },
    after: {
      root: `servers:
  - { url: https://a.example.com, x-data-residency: eu-central-1 }`,
    },
    finds: ['info governance server-moved 4:5 → 4:53: the server says where it stands: `eu-central-1`'],
  },
  {
    title: 'makes little of one region less',
    before: {
      root: `servers:
  - { url: https://a.example.com, x-data-residency: [eu-central-1, eu-west-1] }`,
    },
    after: {
      root: `servers:
  - { url: https://a.example.com, x-data-residency: eu-central-1 }`,
    },
    finds: ['info governance server-moved 4:53 → 4:53: the server does not stand in `eu-west-1` any more'],
  },
]
