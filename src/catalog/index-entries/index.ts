export { type Described, type DescribeOptions, describeContract } from './describe-contract.js'
export { onShelf, operationKey, partsOn, shelfNumber } from './portrait/index.js'
