export { type Described, type DescribeOptions, describeContract } from './describe-contract.js'
