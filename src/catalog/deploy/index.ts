export { compareBundles, type VersionBundle } from './compare-bundles.js'
export {
  type ComparedVersions,
  type CompareVersions,
  type DeployEnvironment,
  type DeployedConsumer,
  type DeployReason,
  type DeploySubject,
  type DeployVerdict,
  judgeDeployment,
} from './judge-deployment.js'
